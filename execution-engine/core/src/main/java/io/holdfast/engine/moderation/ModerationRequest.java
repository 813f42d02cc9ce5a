package io.holdfast.engine.moderation;

import io.holdfast.engine.node.StepRequest;

/** Asks a moderation model whether it objects to a text. */
public record ModerationRequest(String text) implements StepRequest<Boolean> {

    /** The id under which the operator names the model's server. */
    public static final String EXTENSION = "openai_moderation";
}
