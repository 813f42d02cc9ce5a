package io.holdfast.engine.app.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.holdfast.contracts.error.Problem;
import io.holdfast.contracts.run.RunEventEnvelope;
import io.holdfast.contracts.run.StartRunRequest;
import io.holdfast.engine.app.refusal.InvalidInputException;
import io.holdfast.platform.error.HoldfastException;
import io.holdfast.platform.event.TraceParent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Accepts runs and streams their events. Routes and not a resource, because a run may be refused
 * before its stream begins, and the framework's streams begin with status 200 before they know.
 */
@ApplicationScoped
class RunStreams {

    private static final Logger LOGGER = Logger.getLogger(RunStreams.class);
    private static final long LARGEST_BODY = 32L * 1024 * 1024;

    private final RunService runs;
    private final ObjectMapper mapper;

    RunStreams(RunService runs, ObjectMapper mapper) {
        this.runs = runs;
        this.mapper = mapper;
    }

    void routes(@Observes Router router) {
        router.post("/internal/v1/runs")
                .handler(BodyHandler.create(false).setBodyLimit(LARGEST_BODY))
                .handler(this::start);
        router.get("/internal/v1/runs/:runId/events").handler(this::follow);
    }

    private void start(RoutingContext http) {
        String traceparent = TraceParent.current();
        stream(
                http,
                Uni.createFrom()
                        .item(() -> request(http))
                        .chain(request -> runs.start(request, traceparent)));
    }

    private void follow(RoutingContext http) {
        stream(
                http,
                Uni.createFrom()
                        .item(() -> UUID.fromString(http.pathParam("runId")))
                        .onFailure(IllegalArgumentException.class)
                        .transform(_ -> new InvalidInputException("runId must be a UUID"))
                        .chain(runId -> runs.follow(runId, after(http))));
    }

    private StartRunRequest request(RoutingContext http) {
        try {
            return mapper.readValue(http.body().asString(), StartRunRequest.class);
        } catch (JsonProcessingException e) {
            throw new InvalidInputException(
                    "The body is no run request: " + e.getOriginalMessage());
        }
    }

    private static long after(RoutingContext http) {
        String after = http.request().getParam("after", "0");
        try {
            return Long.parseLong(after);
        } catch (NumberFormatException _) {
            throw new InvalidInputException("after must be a number");
        }
    }

    private void stream(RoutingContext http, Uni<Multi<RunEventEnvelope>> events) {
        events.subscribe()
                .with(
                        multi ->
                                multi.subscribe()
                                        .withSubscriber(new SseSubscriber(http.response(), mapper)),
                        failure -> refuse(http, failure));
    }

    private void refuse(RoutingContext http, Throwable failure) {
        Problem problem;
        if (failure instanceof HoldfastException known) {
            problem = known.problem();
            known.retryAfter()
                    .ifPresent(wait ->
                            http.response()
                                    .putHeader(
                                            "Retry-After",
                                            String.valueOf(Math.max(1, wait.toSeconds()))));
        } else {
            LOGGER.error("A run could not be accepted or followed", failure);
            problem = new Problem("internal_server_error", "The engine failed unexpectedly.", 500);
        }
        var _ =
                http.response()
                        .setStatusCode(problem.status())
                        .putHeader("Content-Type", "application/json")
                        .end(json(problem));
    }

    private String json(Problem problem) {
        try {
            return mapper.writeValueAsString(problem);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a problem that cannot be written", e);
        }
    }
}
