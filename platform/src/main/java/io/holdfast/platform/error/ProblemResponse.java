package io.holdfast.platform.error;

import io.holdfast.contracts.error.Problem;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** Writes problems as HTTP answers. */
public final class ProblemResponse {

    private ProblemResponse() {}

    public static Response of(Problem problem) {
        return builder(problem).build();
    }

    /** With {@code Retry-After} in whole seconds, at least one, where the fault has it. */
    public static Response of(HoldfastException fault) {
        var answer = builder(fault.problem());
        fault.retryAfter()
                .ifPresent(wait ->
                        answer.header(
                                HttpHeaders.RETRY_AFTER,
                                Math.max(1, wait.plusMillis(999).toSeconds())));
        return answer.build();
    }

    private static Response.ResponseBuilder builder(Problem problem) {
        return Response.status(problem.status())
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(problem);
    }
}
