package io.holdfast.scheduler.job;

import java.io.Serial;

/** The document or its dataset was deleted, or the document was queued anew. */
final class DocumentGoneException extends RuntimeException {

    @Serial private static final long serialVersionUID = 1L;

    DocumentGoneException(Throwable cause) {
        super("the document is gone or was queued anew", cause);
    }
}
