package io.holdfast.platform.lease;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every {@link LeaseStore} does. */
abstract class LeaseStoreContract {

    private static final Duration LONG = Duration.ofMinutes(5);
    private static final Duration SHORT = Duration.ofMillis(200);

    protected abstract LeaseStore store();

    /** Returns when the time has passed by the store's clock. */
    protected abstract void letPass(Duration time);

    @Test
    void aFreeLeaseIsTakenWithTheFirstEpoch() {
        Lease lease = took("job", "a", LONG);

        assertThat(lease.owner()).isEqualTo("a");
        assertThat(lease.epoch()).isEqualTo(1);
    }

    @Test
    void aHeldLeaseIsNotTakenByAnother() {
        took("job", "a", LONG);

        assertThat(await(store().acquire("job", "b", LONG))).isEmpty();
    }

    @Test
    void itsOwnerTakesItAgainWithTheSameEpoch() {
        Lease first = took("job", "a", LONG);
        Lease again = took("job", "a", LONG);

        assertThat(again.epoch()).isEqualTo(first.epoch());
        assertThat(again.expiresAt()).isAfterOrEqualTo(first.expiresAt());
    }

    @Test
    void aLapsedLeaseIsTakenWithTheNextEpochAndItsOldOwnerCannotRenewIt() {
        Lease old = took("job", "a", SHORT);
        letPass(SHORT);

        Lease taken = took("job", "b", LONG);

        assertThat(taken.epoch()).isEqualTo(old.epoch() + 1);
        assertThat(await(store().renew(old, LONG))).isEmpty();
        assertThat(await(store().release(old))).isFalse();
        assertThat(await(store().held("job")))
                .singleElement()
                .satisfies(held -> assertThat(held.owner()).isEqualTo("b"));
    }

    @Test
    void evenItsOwnOwnerGetsANewEpochAfterALapse() {
        Lease old = took("job", "a", SHORT);
        letPass(SHORT);

        assertThat(took("job", "a", LONG).epoch()).isEqualTo(old.epoch() + 1);
    }

    @Test
    void aLapsedLeaseThatNobodyTookCanBeRenewed() {
        Lease lease = took("job", "a", SHORT);
        letPass(SHORT);

        Optional<Lease> renewed = await(store().renew(lease, LONG));

        assertThat(renewed).get().extracting(Lease::epoch).isEqualTo(lease.epoch());
        assertThat(await(store().acquire("job", "b", LONG))).isEmpty();
    }

    @Test
    void aReleasedLeaseIsFreeAtOnceAndItsEpochGoesOn() {
        Lease lease = took("job", "a", LONG);

        assertThat(await(store().release(lease))).isTrue();

        assertThat(took("job", "b", LONG).epoch()).isEqualTo(lease.epoch() + 1);
    }

    @Test
    void heldLeasesAreFoundByTheBeginningOfTheirNames() {
        took("member/a", "a", LONG);
        took("member/b", "b", SHORT);
        took("other", "c", LONG);
        letPass(SHORT);

        assertThat(await(store().held("member/"))).extracting(Lease::name).containsOnly("member/a");
    }

    @Test
    void removedLeasesAreGoneForGoodAndReportedOnce() {
        Lease lapsed = took("member/a", "a", SHORT);
        took("member/b", "b", LONG);
        took("other", "c", SHORT);
        letPass(SHORT);

        assertThat(await(store().removeLapsed("member/")))
                .extracting(Lease::name)
                .containsExactly("member/a");
        assertThat(await(store().removeLapsed("member/"))).isEmpty();
        assertThat(await(store().renew(lapsed, LONG))).isEmpty();
    }

    @Test
    void ofManyWhoTryAtOnceOneGetsIt() {
        took("job", "old", SHORT);
        letPass(SHORT);
        var winners = new ConcurrentLinkedQueue<Lease>();

        List<Thread> rivals =
                IntStream.range(0, 20)
                        .mapToObj(i ->
                                Thread.startVirtualThread(() ->
                                        await(store().acquire("job", "r" + i, LONG))
                                                .ifPresent(winners::add)))
                        .toList();
        rivals.forEach(LeaseStoreContract::join);

        assertThat(winners).singleElement().extracting(Lease::epoch).isEqualTo(2L);
    }

    private Lease took(String name, String owner, Duration timeToLive) {
        return await(store().acquire(name, owner, timeToLive)).orElseThrow();
    }

    private static <T> T await(Uni<T> answer) {
        return answer.await().atMost(Duration.ofSeconds(10));
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
