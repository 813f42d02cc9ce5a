package io.holdfast.gateway.http;

import io.holdfast.platform.error.HoldfastException;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An error as Dify's API states it: http-api.md 1.1 and 1.6. */
public final class DifyException extends HoldfastException {

    private static final Duration SOON = Duration.ofSeconds(1);

    private final boolean worthRetrying;

    public DifyException(int status, String code, String message) {
        this(status, code, message, null);
    }

    public DifyException(int status, String code, String message, @Nullable Throwable cause) {
        super(status, code, message, cause);
        this.worthRetrying = status == 503 || status == 429;
    }

    @Override
    public Optional<Duration> retryAfter() {
        return worthRetrying ? Optional.of(SOON) : Optional.empty();
    }

    /** A value that is not acceptable; 400. */
    public static DifyException invalidParam(String message) {
        return new DifyException(400, "invalid_param", message);
    }

    /** A request that is not acceptable as a whole; 400. */
    public static DifyException badRequest(String message) {
        return new DifyException(400, "bad_request", message);
    }

    /** The caller is not known; 401. */
    public static DifyException unauthorized(String message) {
        return new DifyException(401, "unauthorized", message);
    }

    /** The caller is known and may not; 403. */
    public static DifyException forbidden(String message) {
        return new DifyException(403, "forbidden", message);
    }

    /** A well-formed id of nothing; 404. */
    public static DifyException notFound(String message) {
        return new DifyException(404, "not_found", message);
    }

    /** The app cannot be used in this way; 400. */
    public static DifyException appUnavailable() {
        return new DifyException(
                400, "app_unavailable", "App unavailable, please check your app configurations.");
    }

    /** The route is for apps of another mode; 400 (http-api.md 1.5). */
    public static DifyException wrongMode(String code) {
        return new DifyException(
                400, code, "Please check if your app mode matches the right API route.");
    }

    /** What is needed cannot be reached now; 503. */
    public static DifyException unavailable(String message, @Nullable Throwable cause) {
        return new DifyException(503, "unavailable", message, cause);
    }

    /** A fault of the suite; 500. */
    public static DifyException internal(@Nullable Throwable cause) {
        return new DifyException(
                500,
                "internal_server_error",
                "The server encountered an internal error and was unable to complete your"
                        + " request. Either the server is overloaded or there is an error in the"
                        + " application.",
                cause);
    }
}
