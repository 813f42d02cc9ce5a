package io.holdfast.scheduler.job;

import java.io.Serial;

/** Another service answered with an error. */
public final class RemoteFault extends RuntimeException {

    @Serial private static final long serialVersionUID = 1L;

    private static final int TOO_MANY_REQUESTS = 429;

    private final int status;
    private final String code;

    /**
     * What was answered.
     *
     * @param code the error's code or type; may be empty
     * @param message the error's message for people
     */
    RemoteFault(int status, String code, String message) {
        super(message);
        this.status = status;
        this.code = code;
    }

    int status() {
        return status;
    }

    String code() {
        return code;
    }

    /** Whether another replica may do better. */
    public static boolean isReplicas(Throwable fault) {
        return !(fault instanceof RemoteFault answered) || answered.status >= 500;
    }

    /** Whether the same request gets the same answer for ever. */
    boolean isFinal() {
        return status < 500 && status != TOO_MANY_REQUESTS && status != 408 && status != 401;
    }
}
