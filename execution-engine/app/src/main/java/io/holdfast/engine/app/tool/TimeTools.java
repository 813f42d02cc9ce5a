package io.holdfast.engine.app.tool;

import io.holdfast.engine.node.tool.ToolReply;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The provider {@code time}. */
@ApplicationScoped
class TimeTools implements ToolProvider {

    private static final String PLAIN = "%Y-%m-%d %H:%M:%S";
    private static final DateTimeFormatter LOCAL =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

    private final Clock clock;

    TimeTools(Clock clock) {
        this.clock = clock;
    }

    @Override
    public String name() {
        return "time";
    }

    @Override
    public Set<String> tools() {
        return Set.of(
                "current_time",
                "timestamp_to_localtime",
                "localtime_to_timestamp",
                "timezone_conversion",
                "weekday");
    }

    @Override
    public ToolReply use(String tool, Map<String, @Nullable Object> arguments) {
        try {
            return ToolReply.of(
                    switch (tool) {
                        case "current_time" -> now(arguments);
                        case "timestamp_to_localtime" ->
                                Strftime.format(
                                        PLAIN,
                                        Instant.ofEpochSecond(number(arguments, "timestamp"))
                                                .atZone(zone(arguments, "timezone")));
                        case "localtime_to_timestamp" ->
                                Long.toString(
                                        local(arguments, "localtime")
                                                .atZone(zone(arguments, "timezone"))
                                                .toEpochSecond());
                        case "timezone_conversion" -> converted(arguments);
                        case "weekday" -> weekday(arguments);
                        default -> throw new ToolException("There is no tool " + tool);
                    });
        } catch (DateTimeException e) {
            throw new ToolException(String.valueOf(e.getMessage()));
        }
    }

    private String now(Map<String, @Nullable Object> arguments) {
        ZonedDateTime now = clock.instant().atZone(zone(arguments, "timezone"));
        return Strftime.format(text(arguments, "format", PLAIN), now);
    }

    private static String converted(Map<String, @Nullable Object> arguments) {
        ZonedDateTime there =
                local(arguments, "current_time").atZone(zone(arguments, "current_timezone"));
        return Strftime.format(
                PLAIN, there.withZoneSameInstant(zone(arguments, "target_timezone")));
    }

    private static String weekday(Map<String, @Nullable Object> arguments) {
        LocalDate day =
                LocalDate.of(
                        (int) number(arguments, "year"),
                        (int) number(arguments, "month"),
                        (int) number(arguments, "day"));
        return day.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH)
                + " "
                + day.getDayOfMonth()
                + ", "
                + day.getYear()
                + " is "
                + day.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH)
                + ".";
    }

    private static LocalDateTime local(Map<String, @Nullable Object> arguments, String name) {
        String text = text(arguments, name, "");
        try {
            return LocalDateTime.parse(text, LOCAL);
        } catch (DateTimeParseException _) {
            throw new ToolException(name + " must be written as 2026-01-31 18:00:00, not " + text);
        }
    }

    private static ZoneId zone(Map<String, @Nullable Object> arguments, String name) {
        String text = text(arguments, name, "UTC");
        try {
            return ZoneId.of(text);
        } catch (DateTimeException _) {
            throw new ToolException("Invalid timezone: " + text);
        }
    }

    private static long number(Map<String, @Nullable Object> arguments, String name) {
        String text = text(arguments, name, "");
        try {
            return (long) Double.parseDouble(text);
        } catch (NumberFormatException _) {
            throw new ToolException(name + " must be a number, not '" + text + "'");
        }
    }

    private static String text(
            Map<String, @Nullable Object> arguments, String name, String absent) {
        Object value = arguments.get(name);
        return value == null || value.toString().isBlank() ? absent : value.toString().strip();
    }
}
