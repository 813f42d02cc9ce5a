package io.holdfast.gateway.workflow;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.holdfast.contracts.run.RunView;
import io.holdfast.gateway.auth.AppCall;
import io.holdfast.gateway.engine.EngineApi;
import io.holdfast.gateway.http.Answer;
import io.holdfast.gateway.http.DifyException;
import io.holdfast.gateway.http.Fields;
import io.holdfast.gateway.remote.RefusedException;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Set;
import java.util.UUID;

/** What became of a run (http-api.md 2.16). */
@Singleton
class RunDetails {

    private static final Set<String> MODES = Set.of("workflow", "advanced-chat");

    private final EngineApi engine;
    private final ObjectMapper mapper;

    RunDetails(EngineApi engine, ObjectMapper mapper) {
        this.engine = engine;
        this.mapper = mapper;
    }

    Uni<Answer> show(AppCall call) {
        call.require(MODES, DifyException.wrongMode("not_workflow_app"));
        return engine.run(runId(call.call().path("workflow_run_id")))
                .onFailure(RunDetails::isUnknown)
                .transform(fault -> unknown())
                .map(view -> answer(call, view));
    }

    private Answer answer(AppCall call, RunView view) {
        if (!view.run().appId().equals(call.appId())) {
            throw unknown();
        }
        return Answer.ok(
                new Fields()
                        .put("id", view.run().runId())
                        .put("workflow_id", view.run().workflowId())
                        .put("status", view.status().wireName())
                        .put("inputs", json(view.inputs()))
                        .put("outputs", view.outputs())
                        .put("error", view.error())
                        .put("total_steps", view.totalSteps())
                        .put("total_tokens", view.totalTokens())
                        .time("created_at", view.run().createdAt())
                        .time("finished_at", view.finishedAt())
                        .put("elapsed_time", view.elapsedSeconds())
                        .map());
    }

    /** The inputs are JSON inside a string (http-api.md 6 no. 14). */
    private String json(Object inputs) {
        try {
            return mapper.writeValueAsString(inputs);
        } catch (JsonProcessingException fault) {
            throw new IllegalStateException("Inputs that came as JSON are JSON", fault);
        }
    }

    private static UUID runId(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException noUuid) {
            throw unknown();
        }
    }

    private static boolean isUnknown(Throwable fault) {
        return fault instanceof RefusedException refused && refused.problem().status() == 404;
    }

    private static DifyException unknown() {
        return DifyException.notFound("Workflow run not found.");
    }
}
