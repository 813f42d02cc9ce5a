package io.holdfast.platform.telemetry;

import io.holdfast.platform.instance.InstanceIdentity;
import io.quarkus.logging.json.runtime.JsonFormatter;
import java.util.Map;
import java.util.Set;
import org.jboss.logmanager.ExtLogRecord;
import org.jspecify.annotations.Nullable;

/**
 * One JSON object a line: {@code timestamp} (ISO-8601, UTC), {@code log_level}, {@code service},
 * {@code instance}, {@code loggerName}, {@code message}, and where they are known {@code trace_id},
 * {@code span_id}, {@code tenant_id}, {@code run_id} and {@code exception}.
 */
final class SuiteJsonFormatter extends JsonFormatter {

    private static final Set<String> LEFT_OUT =
            Set.of(
                    "mdc",
                    "ndc",
                    "sequence",
                    "loggerClassName",
                    "hostName",
                    "processName",
                    "processId",
                    "threadId");

    /** What the tracing extension calls things in the logging context, and what we do. */
    private static final Map<String, String> FROM_CONTEXT =
            Map.of(
                    "traceId",
                    LogKeys.TRACE_ID,
                    "spanId",
                    LogKeys.SPAN_ID,
                    LogKeys.TENANT_ID,
                    LogKeys.TENANT_ID,
                    LogKeys.RUN_ID,
                    LogKeys.RUN_ID);

    private final InstanceIdentity me;

    SuiteJsonFormatter(InstanceIdentity me) {
        super("level=log_level", LEFT_OUT, Map.of());
        this.me = me;
        setZoneId("UTC");
    }

    @Override
    protected void after(Generator generator, ExtLogRecord line) throws Exception {
        super.after(generator, line);
        generator.add(LogKeys.SERVICE, me.service());
        generator.add(LogKeys.INSTANCE, me.instance());
        for (Map.Entry<String, String> entry : FROM_CONTEXT.entrySet()) {
            @Nullable String value = line.getMdc(entry.getKey());
            if (value != null && !value.isEmpty()) {
                generator.add(entry.getValue(), value);
            }
        }
    }
}
