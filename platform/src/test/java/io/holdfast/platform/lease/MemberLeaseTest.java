package io.holdfast.platform.lease;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.platform.id.Ids;
import io.holdfast.platform.id.TimeOrderedIds;
import io.holdfast.testing.clock.SettableClock;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class MemberLeaseTest {

    private static final LeaseTimes TIMES =
            new LeaseTimes(Duration.ofSeconds(3), Duration.ofSeconds(1));
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final SettableClock clock = new SettableClock();
    private final InMemoryLeaseStore store = new InMemoryLeaseStore(clock);
    private final Ids ids = new TimeOrderedIds(clock, new Random(1));
    private final MemberLease one = member();
    private final MemberLease other = member();
    private final News newsOfOne = new News();
    private final News newsOfOther = new News();

    @Test
    void aMemberJoinsAndIsSeenByOthers() {
        one.listen(newsOfOne);
        secondsOf(1, one, other);

        assertThat(newsOfOne.joined).containsExactly(one.incarnation().orElseThrow());
        assertThat(await(other.members()))
                .containsExactlyInAnyOrder(
                        one.incarnation().orElseThrow(), other.incarnation().orElseThrow());
    }

    @Test
    void aMemberThatRenewsStaysForever() {
        one.listen(newsOfOne);
        secondsOf(600, one, other);

        assertThat(newsOfOne.joined).hasSize(1);
        assertThat(newsOfOne.lost).isEmpty();
        assertThat(one.isHeld()).isTrue();
    }

    @Test
    void aMemberThatDiesIsGoneToTheOthersAfterThreeSeconds() {
        other.listen(newsOfOther);
        secondsOf(5, one, other);
        UUID dead = one.incarnation().orElseThrow();

        secondsOf(2, other);
        assertThat(newsOfOther.gone).isEmpty();
        secondsOf(1, other);

        assertThat(newsOfOther.gone).containsExactly(dead);
    }

    @Test
    void aFrozenMemberKnowsByItselfThatItMustNotGoOnAndComesBackAsAnother() {
        one.listen(newsOfOne);
        secondsOf(5, one, other);
        UUID frozen = one.incarnation().orElseThrow();

        secondsOf(20, other);
        assertThat(one.isHeld()).isFalse();
        secondsOf(1, one, other);

        assertThat(newsOfOne.lost).containsExactly(frozen);
        assertThat(one.incarnation()).isPresent().get().isNotEqualTo(frozen);
        assertThat(newsOfOne.joined).hasSize(2);
    }

    @Test
    void anOutageOfTheStoreCostsNobodyAnything() {
        one.listen(newsOfOne);
        other.listen(newsOfOther);
        secondsOf(5, one, other);

        store.cutOff(true);
        secondsOf(30, one, other);
        assertThat(one.isHeld()).isFalse();
        store.cutOff(false);
        // The other one is a moment earlier back, and must not judge before it has seen enough.
        await(other.renew());
        await(other.removeLapsed());
        secondsOf(5, one, other);

        assertThat(newsOfOne.lost).isEmpty();
        assertThat(newsOfOther.lost).isEmpty();
        assertThat(newsOfOther.gone).isEmpty();
        assertThat(one.isHeld()).isTrue();
    }

    @Test
    void aMemberThatLeavesIsGoneAtOnce() {
        other.listen(newsOfOther);
        secondsOf(5, one, other);
        UUID left = one.incarnation().orElseThrow();

        await(one.release());
        await(other.removeLapsed());

        assertThat(newsOfOther.gone).containsExactly(left);
        await(one.renew());
        assertThat(one.isHeld()).isFalse();
    }

    @Test
    void aDateThatJumpsDoesNotEndALeaseHere() {
        secondsOf(5, one);

        clock.setDate(Instant.parse("2030-01-01T00:00:00Z"));

        assertThat(one.isHeld()).isTrue();
    }

    @Test
    void whoListensLateHearsThatTheLeaseIsHeld() {
        secondsOf(1, one);

        one.listen(newsOfOne);

        assertThat(newsOfOne.joined).hasSize(1);
    }

    private void secondsOf(int seconds, MemberLease... alive) {
        for (int i = 0; i < seconds; i++) {
            for (MemberLease member : alive) {
                await(member.renew());
                await(member.removeLapsed());
            }
            clock.pass(SECOND);
        }
        for (MemberLease member : alive) {
            await(member.renew());
            await(member.removeLapsed());
        }
    }

    private MemberLease member() {
        return new MemberLease(store, ids, clock::nanos, TIMES);
    }

    private static <T> T await(Uni<T> answer) {
        return answer.await().atMost(Duration.ofSeconds(5));
    }

    private static final class News implements MemberListener {

        private final List<UUID> joined = new ArrayList<>();
        private final List<UUID> lost = new ArrayList<>();
        private final List<UUID> gone = new ArrayList<>();

        @Override
        public void joined(UUID incarnation) {
            joined.add(incarnation);
        }

        @Override
        public void lost(UUID incarnation) {
            lost.add(incarnation);
        }

        @Override
        public void gone(List<UUID> incarnations) {
            gone.addAll(incarnations);
        }
    }
}
