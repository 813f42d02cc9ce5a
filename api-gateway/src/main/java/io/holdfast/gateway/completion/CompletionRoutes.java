package io.holdfast.gateway.completion;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.holdfast.gateway.auth.AppCall;
import io.holdfast.gateway.auth.AppGate;
import io.holdfast.gateway.generation.Asked;
import io.holdfast.gateway.generation.Generations;
import io.holdfast.gateway.generation.Stops;
import io.holdfast.gateway.generation.Values;
import io.holdfast.gateway.http.Answer;
import io.holdfast.gateway.http.DifyException;
import io.holdfast.gateway.http.Payload;
import io.holdfast.gateway.http.Route;
import io.holdfast.gateway.http.Routes;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;

/** Completion apps (http-api.md 2). */
@Singleton
class CompletionRoutes implements Routes {

    private static final Set<String> MODES = Set.of("completion");

    private final AppGate gate;
    private final Generations generations;
    private final Stops stops;
    private final Values values;

    CompletionRoutes(AppGate gate, Generations generations, Stops stops, Values values) {
        this.gate = gate;
        this.generations = generations;
        this.stops = stops;
        this.values = values;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.post("/v1/completion-messages", gate.app(this::send)),
                Route.post("/v1/completion-messages/{task_id}/stop", gate.app(this::stop)));
    }

    private Uni<Answer> send(AppCall call) {
        return call.call().json().chain(body -> send(call, body));
    }

    private Uni<Answer> send(AppCall call, ObjectNode body) {
        Payload.user(body);
        call.require(MODES, DifyException.appUnavailable());
        Payload payload = values.payload("CompletionRequestPayload", body);
        Asked asked = Asked.of(call.call(), payload);
        String query = payload.optionalText("query").orElse("");
        payload.check();
        return generations.answer(
                call.mode(),
                asked.streaming(),
                asked.request(call, body, query, Asked.Target.newest(), generations.newRunId()));
    }

    private Uni<Answer> stop(AppCall call) {
        return stops.stop(call, MODES, DifyException.appUnavailable());
    }
}
