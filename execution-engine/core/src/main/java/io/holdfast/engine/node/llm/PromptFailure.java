package io.holdfast.engine.node.llm;

import io.holdfast.engine.node.NodeOutcome;
import org.jspecify.annotations.Nullable;

/** A request to a model cannot be made of the run's values. */
public final class PromptFailure extends Exception {

    private static final long serialVersionUID = 1L;

    private final String errorType;

    PromptFailure(String errorType, @Nullable String message) {
        super(message);
        this.errorType = errorType;
    }

    /** The failure of the node, with Dify's name of the error. */
    public NodeOutcome.Failed asOutcome() {
        return NodeOutcome.Failed.of(errorType, String.valueOf(getMessage()));
    }
}
