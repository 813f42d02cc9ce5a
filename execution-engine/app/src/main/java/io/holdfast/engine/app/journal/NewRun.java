package io.holdfast.engine.app.journal;

import io.holdfast.engine.context.RunStart;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A run that is being accepted; its row is written with its first facts.
 *
 * @param conversation the conversation that begins with it; null when there is none or it exists
 */
public record NewRun(RunStart start, @Nullable NewConversation conversation, Instant at) {

    /**
     * A conversation that begins.
     *
     * @param introduction the rendered opening statement
     */
    public record NewConversation(String name, String introduction) {}
}
