package io.holdfast.platform.id;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.testing.clock.SettableClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TimeOrderedIdsTest {

    private final SettableClock clock = new SettableClock();
    private final TimeOrderedIds ids = new TimeOrderedIds(clock, new Random(42));

    @Test
    void anIdSaysItsVersionItsVariantAndItsMillisecond() {
        UUID id = ids.next();

        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
        assertThat(id.getMostSignificantBits() >>> 16).isEqualTo(clock.millis());
    }

    @Test
    void idsSortInTheOrderInWhichTheyWereGivenWhateverTheClockDoes() {
        List<String> given = new ArrayList<>();
        for (int i = 0; i < 20_000; i++) {
            if (i == 5_000) {
                clock.pass(Duration.ofMillis(3));
            }
            if (i == 10_000) {
                clock.setDate(clock.instant().minusSeconds(3_600));
            }
            given.add(ids.next().toString());
        }

        assertThat(given).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void threadsNeverGetTheSameId() {
        var seen = ConcurrentHashMap.<UUID>newKeySet();

        IntStream.range(0, 20_000).parallel().forEach(i -> seen.add(ids.next()));

        assertThat(seen).hasSize(20_000);
    }
}
