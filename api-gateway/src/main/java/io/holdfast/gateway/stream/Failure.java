package io.holdfast.gateway.stream;

import io.holdfast.contracts.run.RunEvent;
import io.holdfast.gateway.http.DifyException;
import io.holdfast.gateway.http.Fields;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An error as clients are told it (http-api.md 1.6 and 2.12). */
public record Failure(String code, String message, int status) {

    private static final String DEFAULT_REQUEST_ERROR = "Completion request failed.";

    /** A fault of the suite. */
    public static Failure internal() {
        return new Failure(
                "internal_server_error", "Internal Server Error, please contact support.", 500);
    }

    /** Inputs that were refused before there was a run. */
    public static Failure ofInput(Throwable refusal) {
        String message = refusal.getMessage() == null ? "" : refusal.getMessage();
        return new Failure("invalid_param", message, 500);
    }

    /** How a basic app's failed run is told: the kind of its model's error decides. */
    public static Failure ofModel(RunEvent.Finished finished) {
        String type = finished.errorType() == null ? "" : finished.errorType();
        String message = finished.error() == null ? "" : finished.error();
        return switch (type) {
            case "InvokeAuthorizationError" -> requestError("Incorrect API key provided");
            case "InvokeRateLimitError",
                    "InvokeBadRequestError",
                    "InvokeConnectionError",
                    "InvokeServerUnavailableError",
                    "InvokeError" ->
                    requestError(message.isEmpty() ? DEFAULT_REQUEST_ERROR : message);
            case "ProviderTokenNotInitError", "ProviderNotInitializeError" ->
                    new Failure("provider_not_initialize", message, 400);
            case "QuotaExceededError" -> new Failure("provider_quota_exceeded", message, 400);
            case "ModelCurrentlyNotSupportError" ->
                    new Failure("model_currently_not_support", message, 400);
            case "ModelNotExistError", "ValueError", "InvalidInputError" ->
                    new Failure("invalid_param", message, 400);
            default -> internal();
        };
    }

    private static Failure requestError(String message) {
        return new Failure("completion_request_error", message, 400);
    }

    /** The same as a refusal of the whole request. */
    public DifyException asException() {
        return new DifyException(status, code, message);
    }

    /** The keys that every error event ends with. */
    Map<String, @Nullable Object> keys() {
        return new Fields().put("code", code).put("status", status).put("message", message).map();
    }

    /** The event when there is no run (http-api.md 2.12, last row, with the code it asks for). */
    public Map<String, @Nullable Object> bare() {
        return new Fields()
                .put("event", "error")
                .put("code", code)
                .put("message", message)
                .put("status", status)
                .map();
    }
}
