package io.holdfast.engine.app.node.llm;

import com.fasterxml.jackson.databind.JsonNode;
import io.holdfast.engine.app.step.StepException;

/** Turns model-service's errors into those that authors know (dsl.md 3.3). */
final class ModelErrors {

    private ModelErrors() {}

    /** From the {@code error} object of an answer. */
    static StepException of(JsonNode error) {
        return new StepException(
                error.path("type").asText("InvokeServerUnavailableError"),
                error.path("message").asText("The model call failed."));
    }
}
