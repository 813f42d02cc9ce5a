package io.holdfast.engine.app.catalog;

import io.holdfast.platform.error.HoldfastException;

/** A value is given for an environment variable that does not exist or has another type. */
public final class InvalidEnvironmentException extends HoldfastException {

    private static final long serialVersionUID = 1L;
    private static final int BAD_REQUEST = 400;

    InvalidEnvironmentException(String message) {
        super(BAD_REQUEST, "invalid_param", message);
    }
}
