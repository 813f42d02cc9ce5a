package io.holdfast.gateway.generation;

import io.holdfast.contracts.error.Problem;
import io.holdfast.gateway.http.DifyException;
import io.holdfast.gateway.remote.RefusedException;

/** What the engine refuses a run with, in Dify's words (http-api.md 1.5, 1.6). */
final class EngineRefusals {

    static final String INVALID_INPUT = "invalid_input";

    private EngineRefusals() {}

    static Throwable toDify(String mode, Throwable fault) {
        return switch (fault) {
            case DifyException known -> known;
            case RefusedException refused -> refusal(mode, refused.problem(), fault);
            default ->
                    DifyException.unavailable("The run cannot be started or followed now.", fault);
        };
    }

    private static DifyException refusal(String mode, Problem problem, Throwable fault) {
        return switch (problem.code()) {
            case INVALID_INPUT -> DifyException.invalidParam(problem.message());
            case "not_published" -> notPublished(mode);
            case "app_not_found" -> DifyException.forbidden("The app no longer exists.");
            case "workflow_not_found" -> DifyException.notFound(problem.message());
            case "conversation_not_found" -> DifyException.notFound("Conversation Not Exists.");
            default ->
                    problem.status() == 503 || problem.status() == 429
                            ? DifyException.unavailable(problem.message(), fault)
                            : DifyException.internal(fault);
        };
    }

    private static DifyException notPublished(String mode) {
        return mode.equals("workflow") || mode.equals("advanced-chat")
                ? DifyException.invalidParam("Workflow not published")
                : DifyException.appUnavailable();
    }
}
