package io.holdfast.engine.app.tool.builtin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.holdfast.engine.app.tool.ToolException;
import io.holdfast.engine.app.tool.Toolbox;
import io.holdfast.engine.app.tool.UnknownToolException;
import io.holdfast.engine.app.tool.Usages;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TimeToolsTest {

    private final TimeTools tools =
            new TimeTools(Clock.fixed(Instant.parse("2026-03-01T12:30:05Z"), ZoneOffset.UTC));

    private String use(String tool, Map<String, Object> arguments) {
        return tools.use(Usages.of(tool, arguments)).text();
    }

    @Test
    void theCurrentTimeIsToldInAnyZoneAndPattern() {
        assertThat(use("current_time", Map.of())).isEqualTo("2026-03-01 12:30:05");
        assertThat(
                        use(
                                "current_time",
                                Map.of("timezone", "Asia/Shanghai", "format", "%Y-%m-%d %H")))
                .isEqualTo("2026-03-01 20");
        assertThat(use("current_time", Map.of("format", "%A, %d %B %y, %I:%M %p 100%% %Q")))
                .isEqualTo("Sunday, 01 March 26, 12:30 PM 100% %Q");
    }

    @Test
    void timesAreConverted() {
        assertThat(
                        use(
                                "localtime_to_timestamp",
                                Map.of(
                                        "localtime",
                                        "2026-03-01 20:30:05",
                                        "timezone",
                                        "Asia/Shanghai")))
                .isEqualTo("1772368205");
        assertThat(
                        use(
                                "timestamp_to_localtime",
                                Map.of("timestamp", "1772368205", "timezone", "Asia/Shanghai")))
                .isEqualTo("2026-03-01 20:30:05");
        assertThat(
                        use(
                                "timezone_conversion",
                                Map.of(
                                        "current_time", "2026-07-01 12:00:00",
                                        "current_timezone", "UTC",
                                        "target_timezone", "America/New_York")))
                .isEqualTo("2026-07-01 08:00:00");
        assertThat(use("weekday", Map.of("year", 2026L, "month", "3", "day", 1.0)))
                .isEqualTo("March 1, 2026 is Sunday.");
    }

    @Test
    void whatCannotBeReadIsNamed() {
        assertThatThrownBy(() -> use("current_time", Map.of("timezone", "Mars/Olympus")))
                .isInstanceOf(ToolException.class)
                .hasMessage("Invalid timezone: Mars/Olympus");
        assertThatThrownBy(() -> use("timestamp_to_localtime", Map.of("timestamp", "soon")))
                .hasMessage("timestamp must be a number, not 'soon'");
        assertThatThrownBy(() -> use("localtime_to_timestamp", Map.of("localtime", "noon")))
                .hasMessageContaining("must be written as");
        assertThatThrownBy(() -> use("weekday", Map.of("year", 2026, "month", 13, "day", 1)))
                .isInstanceOf(ToolException.class);
    }

    @Test
    void aProviderIsFoundByItsOldAndItsNewName() {
        Toolbox toolbox = new Toolbox(List.of(tools), List.of());

        assertThat(toolbox.find("time")).containsSame(tools);
        assertThat(toolbox.find("langgenius/time/time")).containsSame(tools);
        assertThat(toolbox.find("tavily")).isEmpty();
        assertThatThrownBy(() -> use("no_such_tool", Map.of()))
                .isInstanceOf(UnknownToolException.class);
    }
}
