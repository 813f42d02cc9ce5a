package io.holdfast.gateway.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PatienceTest {

    private long now;
    private final Patience patience = new Patience(Duration.ofSeconds(30), () -> now);

    private void after(long seconds) {
        now += Duration.ofSeconds(seconds).toNanos();
    }

    @Test
    void pausesGrowAndEndWhenNothingGoesForward() {
        assertThat(patience.pause()).contains(Duration.ofMillis(50));
        assertThat(patience.pause()).contains(Duration.ofMillis(100));
        after(31);
        assertThat(patience.pause()).isEmpty();
    }

    @Test
    void aSilentRunOnConnectionsThatLastIsFollowedForAsLongAsItTakes() {
        for (int i = 0; i < 100; i++) {
            patience.connected();
            after(30);
            assertThat(patience.pause()).contains(Duration.ofMillis(50));
        }
    }

    @Test
    void connectionsThatBreakAtOnceAreNoProgress() {
        for (int i = 0; i < 31; i++) {
            patience.connected();
            after(1);
            patience.pause();
        }
        patience.connected();
        after(1);
        assertThat(patience.pause()).isEmpty();
    }

    @Test
    void tryingForLongIsNoConnection() {
        patience.connected();
        patience.pause();
        after(31);
        assertThat(patience.pause()).isEmpty();
    }
}
