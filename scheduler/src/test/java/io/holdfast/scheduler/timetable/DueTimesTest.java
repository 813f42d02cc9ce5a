package io.holdfast.scheduler.timetable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.holdfast.contracts.trigger.Schedule;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When schedules are due (dsl.md 3.20), also where clocks change. */
class DueTimesTest {

    private static final UUID ID = new UUID(1, 2);

    private static Schedule cron(String expression, String zone) {
        return new Schedule(
                ID, ID, "n", expression, "daily", 0, 0, List.of(), List.of(), false, zone);
    }

    private static Schedule visual(
            String frequency,
            int minuteOfDay,
            List<String> weekdays,
            List<Integer> monthDays,
            boolean lastDay,
            String zone) {
        return new Schedule(
                ID,
                ID,
                "n",
                (@Nullable String) null,
                frequency,
                minuteOfDay,
                20,
                weekdays,
                monthDays,
                lastDay,
                zone);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "*/15 * * * * | UTC | 2026-03-01T10:00:00Z | 2026-03-01T10:15:00Z",
                "0 9 * * 1-5 | UTC | 2026-03-06T09:00:00Z | 2026-03-09T09:00:00Z",
                "0 9 * * 0 | UTC | 2026-03-06T09:00:00Z | 2026-03-08T09:00:00Z",
                "0 9 * * 7 | UTC | 2026-03-06T09:00:00Z | 2026-03-08T09:00:00Z",
                "0 9 * JAN MON | UTC | 2026-03-06T09:00:00Z | 2027-01-04T09:00:00Z",
                "0 9 13 * 5 | UTC | 2026-03-01T10:00:00Z | 2026-03-06T09:00:00Z",
                "0 9 13 * 5 | UTC | 2026-03-06T09:00:00Z | 2026-03-13T09:00:00Z",
                "0 9 ? * 1 | UTC | 2026-03-03T10:00:00Z | 2026-03-09T09:00:00Z",
                "0 0 L * * | UTC | 2026-02-01T00:00:00Z | 2026-02-28T00:00:00Z",
                "0 0 31 * * | UTC | 2026-02-01T00:00:00Z | 2026-03-31T00:00:00Z",
                "@daily | Europe/Berlin | 2026-03-01T00:00:00Z | 2026-03-01T23:00:00Z",
                "30 9 * * * | Asia/Kolkata | 2026-03-01T04:00:00Z | 2026-03-02T04:00:00Z",
                "30 1 * * * | Europe/Berlin | 2026-10-24T23:30:00Z | 2026-10-26T00:30:00Z"
            })
    void cronExpressions(String expression, String zone, Instant after, Instant due) {
        assertThat(DueTimes.next(cron(expression, zone), after)).contains(due);
    }

    @ParameterizedTest
    @CsvSource({"not a cron", "61 * * * *", "* * * *", "0 0 * * 8"})
    void whatIsNoExpressionIsTold(String expression) {
        assertThatThrownBy(() -> DueTimes.next(cron(expression, "UTC"), Instant.EPOCH))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theStudiosOwnFrequencies() {
        Instant monday = Instant.parse("2026-03-02T10:30:00Z");
        int halfPastEleven = 11 * 60 + 30;

        assertThat(DueTimes.next(visual("hourly", 0, List.of(), List.of(), false, "UTC"), monday))
                .contains(Instant.parse("2026-03-02T11:20:00Z"));
        assertThat(
                        DueTimes.next(
                                visual("daily", halfPastEleven, List.of(), List.of(), false, "UTC"),
                                monday))
                .contains(Instant.parse("2026-03-02T11:30:00Z"));
        assertThat(
                        DueTimes.next(
                                visual(
                                        "weekly",
                                        halfPastEleven,
                                        List.of("sun", "fri"),
                                        List.of(),
                                        false,
                                        "UTC"),
                                monday))
                .contains(Instant.parse("2026-03-06T11:30:00Z"));
    }

    @Test
    void aDayThatAMonthDoesNotHaveIsLeftOutAndTheLastOneIsAlwaysThere() {
        Instant february = Instant.parse("2026-02-01T00:00:00Z");

        assertThat(
                        DueTimes.next(
                                visual("monthly", 0, List.of(), List.of(30, 31), false, "UTC"),
                                february))
                .contains(Instant.parse("2026-03-30T00:00:00Z"));
        assertThat(
                        DueTimes.next(
                                visual("monthly", 0, List.of(), List.of(31), true, "UTC"),
                                february))
                .contains(Instant.parse("2026-02-28T00:00:00Z"));
        assertThat(
                        DueTimes.next(
                                visual("monthly", 0, List.of(), List.of(), false, "UTC"), february))
                .isEqualTo(Optional.empty());
    }

    @Test
    void aTimeThatClocksLeaveOutIsLaterAndOneThatTheyShowTwiceIsOnce() {
        Schedule halfPastTwo =
                visual("daily", 2 * 60 + 30, List.of(), List.of(), false, "Europe/Berlin");

        assertThat(DueTimes.next(halfPastTwo, Instant.parse("2026-03-28T02:00:00Z")))
                .contains(Instant.parse("2026-03-29T01:30:00Z"));
        assertThat(DueTimes.next(halfPastTwo, Instant.parse("2026-10-24T02:00:00Z")))
                .contains(Instant.parse("2026-10-25T00:30:00Z"));
        assertThat(DueTimes.next(halfPastTwo, Instant.parse("2026-10-25T00:30:00Z")))
                .contains(Instant.parse("2026-10-26T01:30:00Z"));
    }

    @Test
    void theNewestOfManyThatWereMissed() {
        Schedule quarter = cron("*/15 * * * *", "UTC");
        Instant from = Instant.parse("2026-03-01T10:00:00Z");

        assertThat(DueTimes.latest(quarter, from, from.plusSeconds(3_600)))
                .contains(from.plusSeconds(3_600));
        assertThat(DueTimes.latest(quarter, from, from.plusSeconds(60))).isEmpty();
    }
}
