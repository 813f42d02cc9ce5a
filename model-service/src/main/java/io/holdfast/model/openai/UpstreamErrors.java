package io.holdfast.model.openai;

import com.fasterxml.jackson.databind.JsonNode;
import io.holdfast.contracts.model.ModelErrorType;
import io.holdfast.model.failure.ModelFailure;
import io.holdfast.model.route.Upstream;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Classifies what an upstream refused, by HTTP status (models.md 5): 401 and 403 are credentials,
 * 429 the rate, 408 and 504 the connection, other 4xx the request and all else the server.
 */
final class UpstreamErrors {

    private static final int LONGEST_MESSAGE = 1000;

    private UpstreamErrors() {}

    /**
     * The failure that this answer means.
     *
     * @param body parsed where it is JSON, a missing node otherwise
     * @param retryAfter the header's text; null when absent
     */
    static ModelFailure of(
            Upstream upstream, int status, JsonNode body, @Nullable String retryAfter) {
        var error = body.path("error");
        var said = message(upstream, error, status);
        var code = code(error);
        return switch (status) {
            case 401, 403 ->
                    ModelFailure.of(
                            ModelErrorType.AUTHORIZATION,
                            code == null ? "upstream_credentials" : code,
                            401,
                            "[%s] Incorrect model credentials: the upstream refused the key of this route (status %d)."
                                    .formatted(upstream.name(), status));
            case 429 ->
                    ModelFailure.of(
                                    ModelErrorType.RATE_LIMIT,
                                    code == null ? "rate_limited" : code,
                                    429,
                                    said)
                            .retryAfter(seconds(retryAfter));
            case 408, 504 -> ModelFailure.timeout(code == null ? "upstream_timeout" : code, said);
            default ->
                    status >= 400 && status < 500
                            ? ModelFailure.of(
                                    ModelErrorType.BAD_REQUEST,
                                    code == null ? "upstream_refused" : code,
                                    status,
                                    said)
                            : ModelFailure.unavailable(
                                            code == null ? "upstream_failed" : code, said)
                                    .retryAfter(seconds(retryAfter));
        };
    }

    /** The failure that an error object inside a stream means. */
    static ModelFailure inStream(Upstream upstream, JsonNode chunk) {
        var error = chunk.path("error");
        var status = error.path("code").asInt(error.path("status").asInt(500));
        return of(upstream, status < 400 ? 500 : status, chunk, null);
    }

    private static String message(Upstream upstream, JsonNode error, int status) {
        var text = error.isTextual() ? error.asText() : error.path("message").asText("");
        var said = text.isBlank() ? "status " + status : text;
        var key = upstream.key();
        // Providers echo keys in their messages.
        var clean = key == null || key.isBlank() ? said : said.replace(key, "***");
        var cut = clean.substring(0, Math.min(clean.length(), LONGEST_MESSAGE));
        return "[" + upstream.name() + "] " + cut;
    }

    private static @Nullable String code(JsonNode error) {
        var code = error.path("code");
        return code.isTextual() && !code.asText().isBlank() ? code.asText() : null;
    }

    private static @Nullable Duration seconds(@Nullable String retryAfter) {
        // A date is allowed too; no model provider sends one, and our own backoff serves as well.
        return retryAfter != null && retryAfter.matches("\\d{1,6}")
                ? Duration.ofSeconds(Long.parseLong(retryAfter))
                : null;
    }
}
