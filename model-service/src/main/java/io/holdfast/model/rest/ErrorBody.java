package io.holdfast.model.rest;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.holdfast.model.failure.ModelFailure;

/** An error as the OpenAI protocol words it: {@code {error: {message, type, param, code}}}. */
final class ErrorBody {

    private ErrorBody() {}

    static ObjectNode of(ModelFailure failure) {
        var body = JsonNodeFactory.instance.objectNode();
        body.putObject("error")
                .put("message", failure.text())
                .put("type", failure.type().wireName())
                .putNull("param")
                .put("code", failure.code());
        return body;
    }
}
