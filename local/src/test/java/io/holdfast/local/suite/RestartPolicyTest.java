package io.holdfast.local.suite;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.local.suite.RestartPolicy.Decision;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class RestartPolicyTest {

    private static final RestartPolicy POLICY =
            new RestartPolicy(
                    5, Duration.ofSeconds(60), Duration.ofMillis(200), Duration.ofSeconds(1));

    private final RestartPolicy.Deaths deaths = new RestartPolicy.Deaths(POLICY);

    @Test
    void thePauseDoublesUpToItsBoundAndTheFifthDeathIsTheLast() {
        assertThat(diedAtSecond(0)).isEqualTo(restartAfter(200));
        assertThat(diedAtSecond(1)).isEqualTo(restartAfter(400));
        assertThat(diedAtSecond(2)).isEqualTo(restartAfter(800));
        assertThat(diedAtSecond(3)).isEqualTo(restartAfter(1000));
        assertThat(diedAtSecond(4)).isEqualTo(new Decision.GiveUp(5));
    }

    @Test
    void deathsThatAreFarApartAreForgiven() {
        for (int death = 0; death < 20; death++) {
            assertThat(diedAtSecond(death * 61L)).isEqualTo(restartAfter(200));
        }
    }

    @Test
    void aStartByHandBeginsAnew() {
        for (int death = 0; death < 4; death++) {
            diedAtSecond(death);
        }
        deaths.forget();
        assertThat(diedAtSecond(4)).isEqualTo(restartAfter(200));
    }

    private Decision diedAtSecond(long second) {
        return deaths.died(Duration.ofSeconds(second).toNanos());
    }

    private static Decision restartAfter(long millis) {
        return new Decision.Restart(Duration.ofMillis(millis));
    }
}
