package io.holdfast.engine.app.journal;

import io.holdfast.engine.context.RunStart;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A run that is being accepted; its row is written with its first facts.
 *
 * @param conversation the conversation that begins with it; null when there is none or it exists
 * @param traceparent the trace of who asked for it; null when nothing is traced
 */
public record NewRun(
        RunStart start,
        @Nullable NewConversation conversation,
        Instant at,
        @Nullable String traceparent) {

    public NewRun(RunStart start, @Nullable NewConversation conversation, Instant at) {
        this(start, conversation, at, null);
    }

    /** The same run, asked for in a trace. */
    public NewRun tracedBy(@Nullable String trace) {
        return new NewRun(start, conversation, at, trace);
    }

    /**
     * A conversation that begins.
     *
     * @param introduction the rendered opening statement
     */
    public record NewConversation(String name, String introduction) {}
}
