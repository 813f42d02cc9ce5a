package io.holdfast.engine.node.llm;

import io.holdfast.engine.node.NodeOutcome;
import org.jspecify.annotations.Nullable;

/** A prompt cannot be made of the run's values. */
final class PromptFailure extends Exception {

    private static final long serialVersionUID = 1L;

    private final String errorType;

    PromptFailure(String errorType, @Nullable String message) {
        super(message);
        this.errorType = errorType;
    }

    NodeOutcome.Failed asOutcome() {
        return NodeOutcome.Failed.of(errorType, String.valueOf(getMessage()));
    }
}
