package io.holdfast.model.failure;

import io.holdfast.contracts.model.ModelErrorType;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A model call that came to nothing, with the class, code and HTTP status its caller is told. */
public final class ModelFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final ModelErrorType type;
    private final String code;
    private final int status;
    private final @Nullable Duration retryAfter;

    private ModelFailure(
            ModelErrorType type,
            String code,
            int status,
            String message,
            @Nullable Duration retryAfter) {
        // Expected outcomes of a remote call: the stack says nothing that the code does not.
        super(message, null, false, false);
        this.type = type;
        this.code = code;
        this.status = status;
        this.retryAfter = retryAfter;
    }

    /** A failure of this class, answered with this HTTP status. */
    public static ModelFailure of(ModelErrorType type, String code, int status, String message) {
        return new ModelFailure(type, code, status, message, null);
    }

    /** The caller may come again after this time. */
    public ModelFailure retryAfter(@Nullable Duration wait) {
        return new ModelFailure(type, code, status, text(), wait);
    }

    /** The request is at fault; asking again will not help. */
    public static ModelFailure badRequest(String code, String message) {
        return of(ModelErrorType.BAD_REQUEST, code, 400, message);
    }

    /** The upstream was not reached or broke off. */
    public static ModelFailure connection(String code, String message) {
        return of(ModelErrorType.CONNECTION, code, 502, message);
    }

    /** The upstream took longer than one of our deadlines. */
    public static ModelFailure timeout(String code, String message) {
        return of(ModelErrorType.CONNECTION, code, 504, message);
    }

    /** The upstream answered something that is no answer. */
    public static ModelFailure unavailable(String code, String message) {
        return of(ModelErrorType.SERVER_UNAVAILABLE, code, 503, message);
    }

    /** A failure that nobody foresaw; its cause is logged where this is made. */
    public static ModelFailure internal() {
        return of(
                ModelErrorType.SERVER_UNAVAILABLE,
                "internal_error",
                500,
                "The model service failed inside; its log says why.");
    }

    public ModelErrorType type() {
        return type;
    }

    /** What happened, more precisely than the type; stable, for programs. */
    public String code() {
        return code;
    }

    /** HTTP status of the answer. */
    public int status() {
        return status;
    }

    /** When to come again; null when unknown. */
    public @Nullable Duration retryAfter() {
        return retryAfter;
    }

    /** The message, for people. */
    public String text() {
        return String.valueOf(getMessage());
    }
}
