package io.holdfast.scheduler.timetable;

import com.cronutils.model.definition.CronDefinition;
import com.cronutils.model.definition.CronDefinitionBuilder;
import com.cronutils.model.time.ExecutionTime;
import com.cronutils.parser.CronParser;
import io.holdfast.contracts.trigger.Schedule;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;

/**
 * When a schedule is due. A time that the clocks leave out is due as much later; one that they show
 * twice is due once, the first time.
 */
final class DueTimes {

    private static final int MINUTES_OF_HOUR = 60;

    /** In two months in a row one has the day. */
    private static final int MOST_DAYS = 65;

    private static final CronDefinition FIVE_FIELDS =
            CronDefinitionBuilder.defineCron()
                    .withMinutes()
                    .withStrictRange()
                    .and()
                    .withHours()
                    .withStrictRange()
                    .and()
                    .withDayOfMonth()
                    .withValidRange(1, 31)
                    .supportsL()
                    .and()
                    .withMonth()
                    .withStrictRange()
                    .and()
                    .withDayOfWeek()
                    .withValidRange(0, 7)
                    .withMondayDoWValue(1)
                    .withIntMapping(7, 0)
                    .supportsL()
                    .and()
                    .instance();

    private DueTimes() {}

    /**
     * The first due time after a moment; empty when there is none.
     *
     * @throws IllegalArgumentException when the expression cannot be read
     */
    static Optional<Instant> next(Schedule schedule, Instant after) {
        ZonedDateTime from = after.atZone(ZoneId.of(schedule.timezone()));
        String cron = schedule.cron();
        if (cron != null) {
            return ExecutionTime.forCron(new CronParser(FIVE_FIELDS).parse(expanded(cron)))
                    .nextExecution(from)
                    .map(ZonedDateTime::toInstant);
        }
        return schedule.frequency().equals("hourly")
                ? Optional.of(nextHourly(schedule, from))
                : nextOfDays(schedule, from);
    }

    /** The newest due time in a stretch, its end included; empty when there is none. */
    static Optional<Instant> latest(Schedule schedule, Instant after, Instant until) {
        Optional<Instant> latest = Optional.empty();
        Optional<Instant> next = next(schedule, after);
        while (next.filter(due -> !due.isAfter(until)).isPresent()) {
            latest = next;
            next = next(schedule, next.get());
        }
        return latest;
    }

    /** The usual short forms. */
    private static String expanded(String cron) {
        return switch (cron.toLowerCase(Locale.ROOT)) {
            case "@yearly", "@annually" -> "0 0 1 1 *";
            case "@monthly" -> "0 0 1 * *";
            case "@weekly" -> "0 0 * * 0";
            case "@daily", "@midnight" -> "0 0 * * *";
            case "@hourly" -> "0 * * * *";
            default -> cron.replace('?', '*');
        };
    }

    private static Instant nextHourly(Schedule schedule, ZonedDateTime from) {
        ZonedDateTime due = from.truncatedTo(ChronoUnit.HOURS).plusMinutes(schedule.onMinute());
        return (due.isAfter(from) ? due : due.plusHours(1)).toInstant();
    }

    private static Optional<Instant> nextOfDays(Schedule schedule, ZonedDateTime from) {
        LocalTime time =
                LocalTime.of(
                        schedule.minuteOfDay() / MINUTES_OF_HOUR,
                        schedule.minuteOfDay() % MINUTES_OF_HOUR);
        for (int ahead = 0; ahead <= MOST_DAYS; ahead++) {
            LocalDate day = from.toLocalDate().plusDays(ahead);
            ZonedDateTime due = ZonedDateTime.of(day, time, from.getZone());
            if (isDay(schedule, day) && due.isAfter(from)) {
                return Optional.of(due.toInstant());
            }
        }
        return Optional.empty();
    }

    private static boolean isDay(Schedule schedule, LocalDate day) {
        return switch (schedule.frequency()) {
            case "weekly" -> schedule.weekdays().contains(shortName(day.getDayOfWeek()));
            case "monthly" ->
                    schedule.monthDays().contains(day.getDayOfMonth())
                            || (schedule.lastDay() && day.getDayOfMonth() == day.lengthOfMonth());
            default -> true;
        };
    }

    private static String shortName(DayOfWeek day) {
        return day.getDisplayName(TextStyle.SHORT, Locale.ENGLISH).toLowerCase(Locale.ROOT);
    }
}
