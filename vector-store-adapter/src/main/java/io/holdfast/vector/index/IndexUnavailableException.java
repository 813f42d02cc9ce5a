package io.holdfast.vector.index;

import io.holdfast.platform.error.UnavailableException;
import java.io.Serial;

/** The index could neither be read nor be built anew on this replica. */
public final class IndexUnavailableException extends UnavailableException {

    @Serial private static final long serialVersionUID = 1L;

    IndexUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
