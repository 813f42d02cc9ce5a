package io.holdfast.model.resilience;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RetryPolicyTest {

    private final RetryPolicy policy =
            new RetryPolicy(4, Duration.ofMillis(100), Duration.ofMillis(300), () -> 0.5);

    @Test
    void waitsDoubleBelowTheLongestAndEndWithTheBudget() {
        assertThat(policy.waitAfter(1, null)).hasValue(Duration.ofMillis(50));
        assertThat(policy.waitAfter(2, null)).hasValue(Duration.ofMillis(100));
        assertThat(policy.waitAfter(3, null)).hasValue(Duration.ofMillis(150));
        assertThat(policy.waitAfter(4, null)).isEmpty();
    }

    @Test
    void retryAfterIsHonouredUnlessItIsTooLong() {
        assertThat(policy.waitAfter(1, Duration.ofMillis(250))).hasValue(Duration.ofMillis(250));
        assertThat(policy.waitAfter(1, Duration.ofSeconds(1))).isEmpty();
    }
}
