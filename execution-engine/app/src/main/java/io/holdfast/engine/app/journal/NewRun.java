package io.holdfast.engine.app.journal;

import io.holdfast.engine.context.RunStart;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A run that is being accepted; its row is written with its first facts.
 *
 * @param conversation the conversation that begins with it; null when there is none or it exists
 * @param idle checks of the app's gate that have nothing to ask for it
 * @param traceparent the trace of who asked for it; null when nothing is traced
 */
public record NewRun(
        RunStart start,
        @Nullable NewConversation conversation,
        Instant at,
        Set<String> idle,
        @Nullable String traceparent) {

    public NewRun {
        idle = Set.copyOf(idle);
    }

    /** A run that must pass all checks, asked for without a trace. */
    public NewRun(RunStart start, @Nullable NewConversation conversation, Instant at) {
        this(start, conversation, at, Set.of(), null);
    }

    /** The same run, without checks that have nothing to ask. */
    public NewRun without(Set<String> checks) {
        return new NewRun(start, conversation, at, checks, traceparent);
    }

    /** The same run, asked for in a trace. */
    public NewRun tracedBy(@Nullable String trace) {
        return new NewRun(start, conversation, at, idle, trace);
    }

    /**
     * A conversation that begins.
     *
     * @param introduction the rendered opening statement
     * @param titled whether a title is to take the place of the name
     */
    public record NewConversation(String name, String introduction, boolean titled) {}
}
