package io.holdfast.gateway.generation;

import io.holdfast.contracts.error.Problem;
import io.holdfast.contracts.run.StartRunRequest;
import io.holdfast.gateway.http.DifyException;
import io.holdfast.gateway.remote.RefusedException;

/** What the engine refuses a run with, in Dify's words (http-api.md 1.5, 1.6). */
final class EngineRefusals {

    static final String INVALID_INPUT = "invalid_input";

    private EngineRefusals() {}

    static Throwable toDify(String mode, StartRunRequest request, Throwable fault) {
        return switch (fault) {
            case DifyException known -> known;
            case RefusedException refused -> refusal(mode, request, refused);
            default ->
                    DifyException.unavailable("The run cannot be started or followed now.", fault);
        };
    }

    private static DifyException refusal(
            String mode, StartRunRequest request, RefusedException fault) {
        Problem problem = fault.problem();
        return switch (problem.code()) {
            case INVALID_INPUT -> DifyException.invalidParam(problem.message());
            case "not_published" -> notPublished(mode);
            case "app_not_found" -> DifyException.forbidden("The app no longer exists.");
            case "workflow_not_found" ->
                    DifyException.notFound("Workflow not found with id: " + request.workflowId());
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
