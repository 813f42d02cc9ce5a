package io.holdfast.engine.node.schedule;

import io.holdfast.engine.node.NodeData;
import io.holdfast.engine.node.NodeDataException;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * When a schedule trigger fires.
 *
 * @param cron an expression of five fields, or one such as {@code @daily}; empty in visual mode
 * @param frequency {@code hourly}, {@code daily}, {@code weekly} or {@code monthly}
 * @param minuteOfDay of all but hourly
 * @param onMinute of hourly, 0 to 59
 * @param weekdays of weekly, in three letters
 * @param monthDays of monthly; a day that a month does not have is left out
 * @param lastDay whether monthly means the last day, too
 */
public record ScheduleSpec(
        Optional<String> cron,
        String frequency,
        int minuteOfDay,
        int onMinute,
        List<String> weekdays,
        List<Integer> monthDays,
        boolean lastDay,
        String timezone) {

    private static final Pattern TIME =
            Pattern.compile("(1[0-2]|0?[1-9]):([0-5][0-9])\\s*([AaPp][Mm])");

    /** What it means the timetable finds out; what is none at all is told to its author. */
    private static final Pattern CRON =
            Pattern.compile(
                    "@(yearly|annually|monthly|weekly|daily|midnight|hourly)"
                            + "|[0-9*,/-]+(\\s+[0-9*,/-]+)(\\s+[0-9*,/?Ll-]+)"
                            + "(\\s+[0-9A-Za-z*,/-]+)(\\s+[0-9A-Za-z*,/?-]+)");

    private static final List<String> FREQUENCIES = List.of("hourly", "daily", "weekly", "monthly");
    private static final List<String> WEEKDAYS =
            List.of("sun", "mon", "tue", "wed", "thu", "fri", "sat");
    private static final String LAST = "last";

    public ScheduleSpec {
        weekdays = List.copyOf(weekdays);
        monthDays = List.copyOf(monthDays);
        if (cron.isEmpty() && frequency.equals("weekly") && weekdays.isEmpty()) {
            throw new NodeDataException("a weekly schedule needs weekdays");
        }
        if (cron.isEmpty() && frequency.equals("monthly") && monthDays.isEmpty() && !lastDay) {
            throw new NodeDataException("a monthly schedule needs monthly_days");
        }
    }

    /** Reads a node's data. */
    public static ScheduleSpec parse(NodeData data) {
        NodeData visual = data.child("visual_config");
        List<String> days = texts(visual, "monthly_days");
        return new ScheduleSpec(
                cron(data),
                oneOf(data.text("frequency").orElse("daily"), FREQUENCIES, "frequency"),
                minuteOfDay(visual.text("time").orElse("12:00 AM")),
                within(visual.whole("on_minute").orElse(0), 0, 59),
                texts(visual, "weekdays").stream()
                        .map(day -> oneOf(day.toLowerCase(Locale.ROOT), WEEKDAYS, "weekday"))
                        .toList(),
                days.stream().filter(day -> !day.equals(LAST)).map(ScheduleSpec::monthDay).toList(),
                days.contains(LAST),
                zone(data.text("timezone").filter(zone -> !zone.isBlank()).orElse("UTC")));
    }

    private static Optional<String> cron(NodeData data) {
        if (data.text("mode").filter("cron"::equals).isEmpty()) {
            return Optional.empty();
        }
        String cron = data.requireText("cron_expression").strip();
        if (!CRON.matcher(cron).matches()) {
            throw new NodeDataException(
                    "cron_expression " + cron + " must have five fields, or be such as @daily");
        }
        return Optional.of(cron);
    }

    private static int minuteOfDay(String time) {
        Matcher matcher = TIME.matcher(time.strip());
        if (!matcher.matches()) {
            throw new NodeDataException("time " + time + " must be such as 11:30 AM");
        }
        int hour = Integer.parseInt(matcher.group(1)) % 12;
        boolean afternoon = matcher.group(3).equalsIgnoreCase("pm");
        return (hour + (afternoon ? 12 : 0)) * 60 + Integer.parseInt(matcher.group(2));
    }

    private static Integer monthDay(String day) {
        try {
            return within(Integer.parseInt(day), 1, 31);
        } catch (NumberFormatException _) {
            throw new NodeDataException("monthly day " + day + " must be a number or last");
        }
    }

    private static int within(int value, int least, int most) {
        if (value < least || value > most) {
            throw new NodeDataException(value + " must be from " + least + " to " + most);
        }
        return value;
    }

    private static String oneOf(String value, List<String> known, String what) {
        if (!known.contains(value)) {
            throw new NodeDataException(what + " " + value + " must be one of " + known);
        }
        return value;
    }

    private static String zone(String name) {
        try {
            return ZoneId.of(name).getId();
        } catch (DateTimeException _) {
            throw new NodeDataException("timezone " + name + " is not known");
        }
    }

    private static List<String> texts(NodeData data, String field) {
        List<String> texts = new ArrayList<>();
        data.list(field).forEach(item -> texts.add(String.valueOf(item)));
        return texts;
    }
}
