package io.holdfast.scheduler.timetable;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.contracts.trigger.Schedule;
import io.holdfast.platform.outbox.Outbox;
import io.holdfast.testing.HoldfastInfra;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Several schedulers, one table. */
@QuarkusTest
@TestProfile(TimetableQuarkusTest.ByHand.class)
@QuarkusTestResource(HoldfastInfra.class)
class TimetableQuarkusTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Instant TEN = Instant.parse("2026-03-01T10:00:00Z");
    private static final UUID APP = new UUID(0x7000L, 9);

    private final TimetableStore store;
    private final Outbox outbox;
    private final TimetableConfig config;
    private final Pool pool;

    @Inject
    TimetableQuarkusTest(TimetableStore store, Outbox outbox, TimetableConfig config, Pool pool) {
        this.store = store;
        this.outbox = outbox;
        this.config = config;
        this.pool = pool;
    }

    /** The test says when something happens; what is fired stays in the outbox. */
    public static final class ByHand implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "holdfast.timetable.every", "1H",
                    "holdfast.timetable.compare-every", "1H",
                    "holdfast.outbox.enabled", "false");
        }
    }

    private static Schedule quarterly(String node) {
        return new Schedule(
                APP, APP, node, "*/15 * * * *", "daily", 0, 0, List.of(), List.of(), false, "UTC");
    }

    private Timetable at(Instant now) {
        return new Timetable(
                store, outbox, Clock.fixed(now, ZoneOffset.UTC), config, new SimpleMeterRegistry());
    }

    @BeforeEach
    void nothingIsThere() {
        run(at(TEN).take(List.of()));
        pool.query("delete from outbox").execute().await().atMost(PATIENCE);
    }

    private static void run(Uni<Void> work) {
        work.await().atMost(PATIENCE);
    }

    private List<String> requests() {
        List<String> requests = new ArrayList<>();
        pool.query("select value from outbox where topic = 'holdfast.run-requests' order by seq")
                .execute()
                .await()
                .atMost(PATIENCE)
                .forEach(row -> requests.add(row.getString(0)));
        return requests;
    }

    @Test
    void aDueTimeFiresOnceHoweverManySchedulersThereAre() {
        run(at(TEN).take(List.of(quarterly("a"), quarterly("b"))));
        run(at(TEN.plusSeconds(60)).fire());
        assertThat(requests()).isEmpty();

        Instant due = TEN.plusSeconds(900);
        List<Uni<Void>> rounds = new ArrayList<>();
        for (int scheduler = 0; scheduler < 8; scheduler++) {
            rounds.add(at(due.plusMillis(scheduler)).fire());
        }
        run(Uni.join().all(rounds).andFailFast().replaceWithVoid());

        assertThat(requests()).hasSize(2).doesNotHaveDuplicates();
        run(at(due.plusSeconds(1)).fire());
        assertThat(requests()).hasSize(2);
    }

    @Test
    void afterAPauseTheNewestDueTimeFiresAndTheOlderOnesDoNot() {
        run(at(TEN).take(List.of(quarterly("a"))));

        run(at(TEN.plus(Duration.ofHours(5)).plusSeconds(30)).fire());

        assertThat(requests()).hasSize(1);
    }

    @Test
    void whatIsTooLateDoesNotFireAtAll() {
        Schedule daily =
                new Schedule(
                        APP, APP, "d", null, "daily", 660, 0, List.of(), List.of(), false, "UTC");
        run(at(TEN).take(List.of(daily)));

        run(at(TEN.plus(Duration.ofHours(3))).fire());
        assertThat(requests()).isEmpty();

        run(at(TEN.plus(Duration.ofHours(25)).plusSeconds(5)).fire());
        assertThat(requests()).hasSize(1);
    }

    @Test
    void anotherScheduleBeginsAnewAndOneThatIsGoneNeverFires() {
        run(at(TEN).take(List.of(quarterly("a"), quarterly("b"))));
        Schedule hourly =
                new Schedule(
                        APP,
                        APP,
                        "a",
                        "0 * * * *",
                        "daily",
                        0,
                        0,
                        List.of(),
                        List.of(),
                        false,
                        "UTC");

        run(at(TEN.plusSeconds(60)).take(List.of(hourly)));
        run(at(TEN.plusSeconds(901)).fire());
        assertThat(requests()).isEmpty();
        run(at(TEN.plusSeconds(3_600)).fire());
        assertThat(requests()).hasSize(1);
    }

    @Test
    void whatIsNoExpressionIsNeverDueAndHoldsNobodyUp() {
        Schedule broken =
                new Schedule(
                        APP,
                        APP,
                        "x",
                        "every day",
                        "daily",
                        0,
                        0,
                        List.of(),
                        List.of(),
                        false,
                        "UTC");
        run(at(TEN).take(List.of(broken, quarterly("a"))));

        run(at(TEN.plusSeconds(900)).fire());

        assertThat(requests()).singleElement().asString().contains("\"nodeId\":\"a\"");
    }
}
