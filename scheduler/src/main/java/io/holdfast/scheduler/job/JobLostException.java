package io.holdfast.scheduler.job;

import java.io.Serial;

/** The job is another's now, or was called off: whoever sees this stops and writes nothing. */
final class JobLostException extends RuntimeException {

    @Serial private static final long serialVersionUID = 1L;

    JobLostException(String message) {
        super(message);
    }
}
