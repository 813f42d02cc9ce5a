package io.holdfast.platform.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.holdfast.contracts.event.EventEnvelope;
import io.holdfast.contracts.tenant.Tenants;
import io.holdfast.platform.database.PlatformDatabase;
import io.holdfast.platform.event.Events;
import io.holdfast.platform.id.TimeOrderedIds;
import io.holdfast.platform.json.Json;
import io.holdfast.platform.lease.LeaseKeeper;
import io.holdfast.platform.lease.PostgresLeaseStore;
import io.holdfast.testing.clock.SettableClock;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OutboxRelayTest {

    private static final String TOPIC = "holdfast.test";

    private final PlatformDatabase database = new PlatformDatabase();
    private final SettableClock clock = new SettableClock();
    private final Events events =
            new Events(Json.mapper(), new TimeOrderedIds(clock, new Random(3)), clock);
    private final Outbox outbox = new Outbox(events);
    private final OutboxTable table = new OutboxTable(database.pool());
    private RecordingPublisher broker = new RecordingPublisher();
    private OutboxRelay relay = relay("one", broker);

    @BeforeEach
    void empty() {
        database.run("delete from outbox; delete from outbox_refused; delete from lease");
        broker = new RecordingPublisher();
        relay = relay("one", broker);
    }

    @AfterAll
    void disconnect() {
        database.close();
    }

    @Test
    void eventsLeaveInTheirOrderAndAreGoneThen() {
        List<EventEnvelope> batch = IntStream.range(0, 25).mapToObj(this::event).toList();
        append(batch);
        await(outbox.append(database.pool(), TOPIC, event(25)));

        assertThat(relay.turn()).isEqualTo(OutboxRelay.Turn.FULL);
        assertThat(relay.turn()).isEqualTo(OutboxRelay.Turn.FULL);
        assertThat(relay.turn()).isEqualTo(OutboxRelay.Turn.DRAINED);

        assertThat(broker.taken).hasSize(26);
        assertThat(broker.taken.stream().map(row -> place(events.read(row.value()))))
                .containsExactlyElementsOf(IntStream.range(0, 26).boxed().toList());
        assertThat(waiting()).isZero();
    }

    @Test
    void whatIsRolledBackNeverLeaves() {
        Uni<Void> doomed =
                database.pool()
                        .withTransaction(tx ->
                                outbox.append(tx, TOPIC, event(0))
                                        .chain(() ->
                                                Uni.createFrom()
                                                        .failure(new IllegalStateException("no"))));
        assertThatThrownBy(() -> await(doomed)).isInstanceOf(IllegalStateException.class);

        assertThat(relay.turn()).isEqualTo(OutboxRelay.Turn.DRAINED);
        assertThat(broker.taken).isEmpty();
    }

    @Test
    void eventsWaitWhileTheBrokerIsDown() {
        append(List.of(event(0), event(1)));
        broker.down = true;

        assertThatThrownBy(() -> relay.turn()).isInstanceOf(PublishException.class);
        assertThat(waiting()).isEqualTo(2);
        assertThat(await(table.backlog()).events()).isEqualTo(2);

        broker.down = false;
        relay.turn();
        assertThat(broker.taken).hasSize(2);
        assertThat(waiting()).isZero();
    }

    @Test
    void anEventThatTheBrokerRefusesIsSetAsideAndBlocksNothing() {
        append(List.of(event(0), event(1), event(2)));
        broker.refuses = row -> row.key().equals("key-1");

        assertThat(relay.turn()).isEqualTo(OutboxRelay.Turn.FULL);
        relay.turn();

        assertThat(broker.taken).extracting(OutboxRow::key).containsExactly("key-0", "key-2");
        assertThat(database.number("select count(*) from outbox_refused")).isEqualTo(1);
    }

    @Test
    void oneProcessRelaysAndAnotherTakesOverWhenItStops() {
        RecordingPublisher otherBroker = new RecordingPublisher();
        OutboxRelay other = relay("other", otherBroker);
        append(List.of(event(0)));
        relay.turn();

        assertThat(other.turn()).isEqualTo(OutboxRelay.Turn.NOT_OURS);
        relay.stop();
        append(List.of(event(1)));
        other.turn();

        assertThat(broker.taken).extracting(OutboxRow::key).containsExactly("key-0");
        assertThat(otherBroker.taken).extracting(OutboxRow::key).containsExactly("key-1");
    }

    private OutboxRelay relay(String owner, Publisher publisher) {
        var lease =
                new LeaseKeeper(
                        new PostgresLeaseStore(database.pool()),
                        System::nanoTime,
                        "outbox-relay",
                        owner,
                        Duration.ofMinutes(1));
        return new OutboxRelay(table, publisher, lease, 10);
    }

    private EventEnvelope event(int place) {
        return events.of("test.happened", 1, Tenants.DEFAULT, "key-" + place, Map.of("n", place));
    }

    private static @Nullable Object place(EventEnvelope event) {
        return event.payload().get("n");
    }

    private void append(List<EventEnvelope> batch) {
        await(database.pool().withTransaction(tx -> outbox.append(tx, TOPIC, batch)));
    }

    private long waiting() {
        return database.number("select count(*) from outbox");
    }

    private static <T> T await(Uni<T> answer) {
        return answer.await().atMost(Duration.ofSeconds(10));
    }
}
