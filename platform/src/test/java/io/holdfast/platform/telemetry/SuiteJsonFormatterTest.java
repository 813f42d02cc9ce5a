package io.holdfast.platform.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.holdfast.platform.instance.InstanceIdentity;
import io.holdfast.platform.json.Json;
import java.time.Instant;
import java.util.Map;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.Level;
import org.junit.jupiter.api.Test;

class SuiteJsonFormatterTest {

    private final SuiteJsonFormatter formatter =
            new SuiteJsonFormatter(new InstanceIdentity("scheduler", "scheduler-1", "1.0"));

    @Test
    void aLineNamesWhatItIsAboutAtItsTop() throws Exception {
        JsonNode line =
                line(
                        Map.of(
                                "traceId", "0af7651916cd43dd8448eb211c80319c",
                                "tenant_id", "t-1",
                                "run_id", "r-1"));

        assertThat(line.get("service").asText()).isEqualTo("scheduler");
        assertThat(line.get("log_level").asText()).isEqualTo("WARN");
        assertThat(line.get("timestamp").asText()).isEqualTo("2026-01-02T03:04:05.678Z");
        assertThat(line.get("message").asText()).isEqualTo("It rains");
        assertThat(line.get("trace_id").asText()).isEqualTo("0af7651916cd43dd8448eb211c80319c");
        assertThat(line.get("tenant_id").asText()).isEqualTo("t-1");
        assertThat(line.get("run_id").asText()).isEqualTo("r-1");
    }

    @Test
    void whatIsNotKnownIsNotThere() throws Exception {
        JsonNode line = line(Map.of("traceId", "", "somebody", "else's"));

        assertThat(line.has("trace_id")).isFalse();
        assertThat(line.has("run_id")).isFalse();
        assertThat(line.has("mdc")).isFalse();
        assertThat(line.toString()).doesNotContain("somebody");
    }

    private JsonNode line(Map<String, String> context) throws Exception {
        var event = new ExtLogRecord(Level.WARN, "It rains", "io.holdfast.Weather");
        event.setInstant(Instant.parse("2026-01-02T03:04:05.678Z"));
        event.setMdc(context);
        return Json.mapper().readTree(formatter.format(event));
    }
}
