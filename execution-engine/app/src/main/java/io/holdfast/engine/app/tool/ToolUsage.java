package io.holdfast.engine.app.tool;

import io.holdfast.engine.context.RunStart;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One use of a tool.
 *
 * @param given text, or values of variables as they are, by the name of the parameter
 * @param run for whom
 * @param callId the same each time that this use is tried again: others' idempotency key
 */
public record ToolUsage(
        String tool, Map<String, @Nullable Object> given, RunStart run, String callId) {

    /** The arguments as what they are meant to be. */
    public ToolArguments arguments() {
        return new ToolArguments(given);
    }
}
