package io.holdfast.engine.app.sandbox;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** How a {@link CodeTask} ended. */
public sealed interface CodeOutcome {

    /**
     * {@code main} returned.
     *
     * @param value a JSON value as plain Java, an object or not: the node checks it (dsl.md 3.8)
     */
    record Returned(@Nullable Object value) implements CodeOutcome {}

    /**
     * The code threw, did not compile or gave no result: {@code CodeExecutionError} (dsl.md 3.8).
     *
     * @param error text for the user: the stack trace of the code's own frames
     */
    record Failed(String error) implements CodeOutcome {}

    /** The code was ended because its time was over. */
    record TimedOut(Duration limit) implements CodeOutcome {
        /** Text for the user, as dify-sandbox words it. */
        public String error() {
            return "error: timeout: the code ran longer than " + limit.toMillis() + " ms";
        }
    }

    /**
     * The code was ended because it took more than it may.
     *
     * @param resource what it took too much of: memory, output or file size
     */
    record LimitExceeded(String resource) implements CodeOutcome {
        /** Text for the user. */
        public String error() {
            return "error: limit exceeded: " + resource;
        }
    }

    /**
     * The code was not run.
     *
     * @param reason what is missing on this machine, or that all workers stayed busy
     */
    record Unavailable(String reason) implements CodeOutcome {}
}
