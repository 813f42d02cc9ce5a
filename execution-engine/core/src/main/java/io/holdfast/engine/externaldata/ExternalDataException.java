package io.holdfast.engine.externaldata;

/** An external data tool is not as it must be. */
public final class ExternalDataException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ExternalDataException(String message) {
        super(message);
    }
}
