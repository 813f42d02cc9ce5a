package io.holdfast.platform.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.holdfast.contracts.event.DeadLetter;
import io.holdfast.contracts.event.EventEnvelope;
import io.holdfast.contracts.tenant.Tenants;
import io.holdfast.platform.database.PlatformDatabase;
import io.holdfast.platform.event.Events;
import io.holdfast.platform.id.TimeOrderedIds;
import io.holdfast.platform.json.Json;
import io.holdfast.platform.outbox.Outbox;
import io.holdfast.testing.clock.SettableClock;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EventIntakeTest {

    private static final String TOPIC = "holdfast.test";

    private final PlatformDatabase database = new PlatformDatabase();
    private final SettableClock clock = new SettableClock();
    private final ObjectMapper mapper = Json.mapper();
    private final Events events =
            new Events(mapper, new TimeOrderedIds(clock, new Random(5)), clock);
    private final EventIntake intake =
            new EventIntake(
                    database.pool(),
                    new Inbox(),
                    new Outbox(events),
                    events,
                    mapper,
                    clock,
                    new Quick());

    @BeforeEach
    void empty() {
        database.run(
                "create table if not exists effect (n int);"
                        + " delete from effect; delete from inbox; delete from outbox");
    }

    @AfterAll
    void disconnect() {
        database.close();
    }

    @Test
    void anEventThatComesTwiceWorksOnce() {
        String value = events.write(event());

        take("a", value, effect());
        take("a", value, effect());

        assertThat(effects()).isEqualTo(1);
    }

    @Test
    void eachConsumerTakesItInForItself() {
        String value = events.write(event());

        take("a", value, effect());
        take("b", value, effect());

        assertThat(effects()).isEqualTo(2);
    }

    @Test
    void workThatFailsLeavesNothingBehindAndIsTriedAgain() {
        AtomicInteger attempts = new AtomicInteger();
        EventWork failsTwice =
                (tx, event) ->
                        effect().take(tx, event)
                                .invoke(() -> {
                                    if (attempts.incrementAndGet() < 3) {
                                        throw new IllegalStateException("not yet");
                                    }
                                });

        take("a", events.write(event()), failsTwice);

        assertThat(attempts).hasValue(3);
        assertThat(effects()).isEqualTo(1);
        assertThat(deadLetters()).isZero();
    }

    @Test
    void workThatAlwaysFailsBecomesADeadLetterAfterBoundedTries() throws Exception {
        AtomicInteger attempts = new AtomicInteger();
        EventEnvelope event = event();
        String value = events.write(event);

        take(
                "a",
                value,
                (tx, e) -> {
                    attempts.incrementAndGet();
                    throw new IllegalStateException("never");
                });

        assertThat(attempts).hasValue(3);
        DeadLetter letter = letter();
        assertThat(letter.consumer()).isEqualTo("a");
        assertThat(letter.topic()).isEqualTo(TOPIC);
        assertThat(letter.reason()).contains("never");
        assertThat(letter.value()).isEqualTo(value);
        assertThat(database.number("select count(*) from inbox")).isZero();
    }

    @Test
    void repeatableWorkWaitsForWhatPassesAndForNothingElse() {
        AtomicInteger busy = new AtomicInteger();
        AtomicInteger broken = new AtomicInteger();

        repeat(
                events.write(event()),
                () -> {
                    if (busy.incrementAndGet() < 10) {
                        throw new IllegalStateException("no room");
                    }
                });
        assertThat(busy).hasValue(10);
        assertThat(deadLetters()).isZero();

        repeat(
                events.write(event()),
                () -> {
                    broken.incrementAndGet();
                    throw new IllegalArgumentException("no such thing");
                });
        assertThat(broken).hasValue(3);
        assertThat(deadLetters()).isEqualTo(1);
    }

    private void repeat(String value, Runnable work) {
        intake.takeRepeatable(
                        "a",
                        TOPIC,
                        value,
                        event -> Uni.createFrom().voidItem().invoke(work),
                        fault -> fault instanceof IllegalStateException)
                .await()
                .atMost(Duration.ofSeconds(20));
    }

    @Test
    void whatIsNoEventBecomesADeadLetterAtOnce() throws Exception {
        AtomicInteger attempts = new AtomicInteger();
        EventWork counting =
                (tx, event) -> {
                    attempts.incrementAndGet();
                    return Uni.createFrom().voidItem();
                };

        take("a", "{\"id\": \"no", counting);
        assertThat(letter().value()).isEqualTo("{\"id\": \"no");
        empty();
        take("a", "{\"type\": \"x\", \"payload\": {}}", counting);

        assertThat(deadLetters()).isEqualTo(1);
        assertThat(attempts).hasValue(0);
    }

    @Test
    void whatIsTooOldIsForgottenAndNothingElse() {
        take("a", events.write(event()), effect());
        take("a", events.write(event()), effect());
        database.run(
                "update inbox set taken_at = taken_at - interval '9 days'"
                        + " where event_id = (select event_id from inbox limit 1)");
        var retention =
                new InboxRetention(database.pool(), new Quick(), database.vertx().getDelegate());

        assertThat(await(retention.forget())).isEqualTo(1);
        assertThat(database.number("select count(*) from inbox")).isEqualTo(1);
    }

    private EventEnvelope event() {
        return events.of("test.happened", 1, Tenants.DEFAULT, "key", Map.of("n", 1));
    }

    private void take(String consumer, String value, EventWork work) {
        await(intake.take(consumer, TOPIC, value, work));
    }

    private static EventWork effect() {
        return (tx, event) ->
                tx.query("insert into effect (n) values (1)").execute().replaceWithVoid();
    }

    private long effects() {
        return database.number("select count(*) from effect");
    }

    private long deadLetters() {
        return database.number("select count(*) from outbox where topic = 'holdfast.test.dead'");
    }

    private DeadLetter letter() throws Exception {
        assertThat(deadLetters()).isEqualTo(1);
        String value =
                await(database.pool().query("select value from outbox").execute())
                        .iterator()
                        .next()
                        .getString(0);
        return mapper.readValue(value, DeadLetter.class);
    }

    private static <T> T await(Uni<T> answer) {
        return answer.await().atMost(Duration.ofSeconds(20));
    }

    private record Quick() implements InboxConfig {

        @Override
        public int attempts() {
            return 3;
        }

        @Override
        public Duration firstPause() {
            return Duration.ofMillis(10);
        }

        @Override
        public Duration attemptWithin() {
            return Duration.ofSeconds(5);
        }

        @Override
        public Duration retention() {
            return Duration.ofDays(8);
        }

        @Override
        public Duration forgetEvery() {
            return Duration.ofHours(1);
        }
    }
}
