package io.holdfast.engine.app.tool.builtin;

import io.holdfast.engine.app.tool.ToolArguments;
import io.holdfast.engine.app.tool.ToolDescription;
import io.holdfast.engine.app.tool.ToolException;
import io.holdfast.engine.app.tool.ToolList;
import io.holdfast.engine.app.tool.ToolParameters;
import io.holdfast.engine.app.tool.ToolProvider;
import io.holdfast.engine.app.tool.ToolUsage;
import io.holdfast.engine.app.tool.UnknownToolException;
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
import java.util.Optional;

/** The provider {@code time}. */
@ApplicationScoped
class TimeTools implements ToolProvider {

    private static final String STRING = "string";
    private static final String PLAIN = "%Y-%m-%d %H:%M:%S";
    private static final DateTimeFormatter LOCAL =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

    private static final String ZONE = "Time zone such as Asia/Shanghai; UTC when left out";
    private static final ToolList TOOLS =
            ToolList.of(
                    new ToolDescription(
                            "current_time",
                            "Current Time",
                            "Tells the current date and time.",
                            new ToolParameters()
                                    .may("timezone", STRING, ZONE)
                                    .may("format", STRING, "As strftime has it; " + PLAIN)
                                    .schema()),
                    new ToolDescription(
                            "timestamp_to_localtime",
                            "Timestamp to localtime",
                            "Converts a Unix timestamp to a local time.",
                            new ToolParameters()
                                    .need("timestamp", "number", "Seconds since 1970")
                                    .may("timezone", STRING, ZONE)
                                    .schema()),
                    new ToolDescription(
                            "localtime_to_timestamp",
                            "Localtime to timestamp",
                            "Converts a local time to a Unix timestamp.",
                            new ToolParameters()
                                    .need("localtime", STRING, "Such as 2026-01-31 18:00:00")
                                    .may("timezone", STRING, ZONE)
                                    .schema()),
                    new ToolDescription(
                            "timezone_conversion",
                            "Convert time to another timezone",
                            "Converts a time from one time zone to another.",
                            new ToolParameters()
                                    .need("current_time", STRING, "Such as 2026-01-31 18:00:00")
                                    .need("current_timezone", STRING, "Where that is the time")
                                    .need("target_timezone", STRING, "Where it is asked for")
                                    .schema()),
                    new ToolDescription(
                            "weekday",
                            "Weekday Calculator",
                            "Tells the day of the week of a date.",
                            new ToolParameters()
                                    .need("year", "number", "Such as 2026")
                                    .need("month", "number", "1 to 12")
                                    .need("day", "number", "1 to 31")
                                    .schema()));

    private final Clock clock;

    TimeTools(Clock clock) {
        this.clock = clock;
    }

    @Override
    public String id() {
        return "time";
    }

    @Override
    public Optional<ToolDescription> describe(String tool) {
        return TOOLS.find(tool);
    }

    @Override
    public ToolReply use(ToolUsage usage) {
        ToolArguments arguments = usage.arguments();
        try {
            return ToolReply.of(
                    switch (usage.tool()) {
                        case "current_time" -> now(arguments);
                        case "timestamp_to_localtime" ->
                                Strftime.format(
                                        PLAIN,
                                        Instant.ofEpochSecond(arguments.requireNumber("timestamp"))
                                                .atZone(zone(arguments, "timezone")));
                        case "localtime_to_timestamp" ->
                                Long.toString(
                                        local(arguments, "localtime")
                                                .atZone(zone(arguments, "timezone"))
                                                .toEpochSecond());
                        case "timezone_conversion" -> converted(arguments);
                        case "weekday" -> weekday(arguments);
                        default -> throw new UnknownToolException(usage.tool());
                    });
        } catch (DateTimeException e) {
            throw new ToolException(String.valueOf(e.getMessage()));
        }
    }

    private String now(ToolArguments arguments) {
        ZonedDateTime now = clock.instant().atZone(zone(arguments, "timezone"));
        return Strftime.format(arguments.text("format").orElse(PLAIN), now);
    }

    private static String converted(ToolArguments arguments) {
        ZonedDateTime there =
                local(arguments, "current_time").atZone(zone(arguments, "current_timezone"));
        return Strftime.format(
                PLAIN, there.withZoneSameInstant(zone(arguments, "target_timezone")));
    }

    private static String weekday(ToolArguments arguments) {
        LocalDate day =
                LocalDate.of(
                        (int) arguments.requireNumber("year"),
                        (int) arguments.requireNumber("month"),
                        (int) arguments.requireNumber("day"));
        return day.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH)
                + " "
                + day.getDayOfMonth()
                + ", "
                + day.getYear()
                + " is "
                + day.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH)
                + ".";
    }

    private static LocalDateTime local(ToolArguments arguments, String name) {
        String text = arguments.text(name).orElse("");
        try {
            return LocalDateTime.parse(text, LOCAL);
        } catch (DateTimeParseException _) {
            throw new ToolException(name + " must be written as 2026-01-31 18:00:00, not " + text);
        }
    }

    private static ZoneId zone(ToolArguments arguments, String name) {
        String text = arguments.text(name).orElse("UTC");
        try {
            return ZoneId.of(text);
        } catch (DateTimeException _) {
            throw new ToolException("Invalid timezone: " + text);
        }
    }
}
