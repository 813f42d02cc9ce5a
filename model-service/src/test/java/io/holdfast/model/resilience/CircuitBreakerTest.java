package io.holdfast.model.resilience;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class CircuitBreakerTest {

    private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 5);
    private final CircuitBreaker breaker = new CircuitBreaker(2, Duration.ofSeconds(10), now::get);

    @Test
    void failuresInARowOpenItAndASuccessBetweenThemDoesNot() {
        fail();
        succeed();
        fail();
        assertThat(breaker.tryPass()).isTrue();
        breaker.failed();
        assertThat(breaker.tryPass()).isFalse();
        assertThat(breaker.closedToCallsFor()).hasValue(Duration.ofSeconds(10));
    }

    @Test
    void afterAWhileOneProbePassesAndItsSuccessClosesTheCircuit() {
        open();
        pass(Duration.ofSeconds(11));

        assertThat(breaker.tryPass()).isTrue();
        assertThat(breaker.tryPass()).as("a second probe").isFalse();
        breaker.succeeded();
        assertThat(breaker.tryPass()).isTrue();
        assertThat(breaker.closedToCallsFor()).isEmpty();
    }

    @Test
    void aFailedProbeOpensItAgain() {
        open();
        pass(Duration.ofSeconds(11));
        breaker.tryPass();
        breaker.failed();

        pass(Duration.ofSeconds(9));
        assertThat(breaker.tryPass()).isFalse();
        pass(Duration.ofSeconds(2));
        assertThat(breaker.tryPass()).isTrue();
    }

    @Test
    void anAbandonedProbeLetsTheNextOnePass() {
        open();
        pass(Duration.ofSeconds(11));
        breaker.tryPass();
        breaker.abandoned();

        assertThat(breaker.tryPass()).isTrue();
    }

    @Test
    void aProbeThatNeverReportsIsGivenUp() {
        open();
        pass(Duration.ofSeconds(11));
        breaker.tryPass();

        pass(Duration.ofSeconds(11));
        assertThat(breaker.tryPass()).isTrue();
    }

    private void open() {
        fail();
        fail();
    }

    private void fail() {
        assertThat(breaker.tryPass()).isTrue();
        breaker.failed();
    }

    private void succeed() {
        assertThat(breaker.tryPass()).isTrue();
        breaker.succeeded();
    }

    private void pass(Duration time) {
        now.addAndGet(time.toNanos());
    }
}
