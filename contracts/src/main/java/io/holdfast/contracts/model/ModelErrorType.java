package io.holdfast.contracts.model;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * The machine-readable class of a failed model call: {@code error.type} of model-service's error
 * bodies. The names are those of Dify's invoke errors (models.md 5), so that a caller can pass them
 * on as they are; {@code error.code} says more precisely what happened.
 */
public enum ModelErrorType {
    /** The upstream refused our credentials. */
    AUTHORIZATION("InvokeAuthorizationError"),
    /** The upstream, or our own limit in front of it, has no room now. */
    RATE_LIMIT("InvokeRateLimitError"),
    /** The request itself was refused. */
    BAD_REQUEST("InvokeBadRequestError"),
    /** The upstream was not reached, broke off or took too long. */
    CONNECTION("InvokeConnectionError"),
    /** The upstream failed inside, or its circuit is open. */
    SERVER_UNAVAILABLE("InvokeServerUnavailableError"),
    /** No route serves the model. */
    MODEL_NOT_EXIST("ModelNotExistError"),
    /** The caller may not use model-service; nothing was sent to an upstream. */
    CALLER_NOT_ALLOWED("authentication_error");

    private final String wireName;

    ModelErrorType(String wireName) {
        this.wireName = wireName;
    }

    @JsonValue
    public String wireName() {
        return wireName;
    }
}
