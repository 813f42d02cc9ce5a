package io.holdfast.gateway.generation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.holdfast.contracts.run.StartRunRequest;
import io.holdfast.gateway.auth.AppCall;
import io.holdfast.gateway.http.Call;
import io.holdfast.gateway.http.DifyException;
import io.holdfast.gateway.http.Payload;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What all generating calls have in common (http-api.md 2.1).
 *
 * @param streaming {@code response_mode}; blocking when it is not given
 */
public record Asked(
        Map<String, @Nullable Object> inputs,
        List<Map<String, @Nullable Object>> files,
        boolean streaming) {

    private static final int LONGEST_SESSION = 200;

    /**
     * Reads the common fields; what is wrong is noted in the payload.
     *
     * @throws DifyException when the session that the call is traced under has no usable name
     */
    public static Asked of(Call call, Payload payload) {
        call.header("X-Trace-Session-Id")
                .or(() -> payload.optionalText("trace_session_id"))
                .map(String::strip)
                .filter(session -> session.isEmpty() || session.length() > LONGEST_SESSION)
                .ifPresent(session -> {
                    throw DifyException.badRequest(
                            "trace_session_id must have 1 to " + LONGEST_SESSION + " characters.");
                });
        return new Asked(
                payload.object("inputs"),
                payload.objects("files"),
                payload.oneOf("response_mode", List.of("blocking", "streaming"))
                        .filter("streaming"::equals)
                        .isPresent());
    }

    /** Where the run belongs and what it continues. */
    public record Target(
            @Nullable UUID workflowId, @Nullable UUID conversationId, boolean autoGenerateName) {

        /** The newest version, no conversation. */
        public static Target newest() {
            return new Target(null, null, false);
        }
    }

    /** The request to the engine, under the run's id so that it may be sent again. */
    @SuppressWarnings("NullAway") // a record's constructor loses its parameters' annotations
    public StartRunRequest request(
            AppCall call, ObjectNode body, @Nullable String query, Target target, UUID runId) {
        return new StartRunRequest(
                runId,
                call.tenantId(),
                call.appId(),
                target.workflowId(),
                Payload.user(body),
                inputs,
                query,
                files,
                target.conversationId(),
                target.autoGenerateName(),
                List.of(),
                null);
    }
}
