package io.holdfast.gateway.workflow;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.holdfast.gateway.auth.AppCall;
import io.holdfast.gateway.auth.AppGate;
import io.holdfast.gateway.generation.Asked;
import io.holdfast.gateway.generation.Generations;
import io.holdfast.gateway.generation.Stops;
import io.holdfast.gateway.generation.Values;
import io.holdfast.gateway.generation.WorkflowIds;
import io.holdfast.gateway.http.Answer;
import io.holdfast.gateway.http.DifyException;
import io.holdfast.gateway.http.Payload;
import io.holdfast.gateway.http.Route;
import io.holdfast.gateway.http.Routes;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** Workflow apps (http-api.md 2). */
@Singleton
class WorkflowRoutes implements Routes {

    private static final Set<String> MODES = Set.of("workflow");

    private final AppGate gate;
    private final Generations generations;
    private final Stops stops;
    private final RunDetails details;
    private final Values values;

    WorkflowRoutes(
            AppGate gate, Generations generations, Stops stops, RunDetails details, Values values) {
        this.gate = gate;
        this.generations = generations;
        this.stops = stops;
        this.details = details;
        this.values = values;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.post("/v1/workflows/run", gate.app(this::runNewest)),
                Route.post("/v1/workflows/{workflow_id}/run", gate.app(this::runVersion)),
                Route.post("/v1/workflows/tasks/{task_id}/stop", gate.app(this::stop)),
                Route.get("/v1/workflows/run/{workflow_run_id}", gate.app(details::show)));
    }

    private Uni<Answer> runNewest(AppCall call) {
        return run(call, Asked.Target::newest);
    }

    private Uni<Answer> runVersion(AppCall call) {
        return run(
                call,
                () ->
                        new Asked.Target(
                                WorkflowIds.version(call.call().path("workflow_id")), null, false));
    }

    private Uni<Answer> run(AppCall call, Supplier<Asked.Target> target) {
        return call.call().json().chain(body -> run(call, body, target));
    }

    private Uni<Answer> run(AppCall call, ObjectNode body, Supplier<Asked.Target> target) {
        Payload.user(body);
        call.require(MODES, wrongMode());
        Payload payload = values.payload("WorkflowRunPayload", body);
        Asked asked = Asked.of(call.call(), payload);
        payload.check();
        return generations.answer(
                call.mode(),
                asked.streaming(),
                asked.request(call, body, null, target.get(), generations.newRunId()));
    }

    private Uni<Answer> stop(AppCall call) {
        return stops.stop(call, MODES, wrongMode());
    }

    private static DifyException wrongMode() {
        return DifyException.wrongMode("not_workflow_app");
    }
}
