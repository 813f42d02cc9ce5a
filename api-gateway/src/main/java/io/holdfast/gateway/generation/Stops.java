package io.holdfast.gateway.generation;

import io.holdfast.gateway.auth.AppCall;
import io.holdfast.gateway.engine.EngineApi;
import io.holdfast.gateway.http.Answer;
import io.holdfast.gateway.http.DifyException;
import io.holdfast.gateway.http.Payload;
import io.holdfast.gateway.remote.UnreachableException;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Set;
import java.util.UUID;

/** Stopping a task: success whatever is known of it (http-api.md 2.15). */
@Singleton
public class Stops {

    private final EngineApi engine;

    Stops(EngineApi engine) {
        this.engine = engine;
    }

    public Uni<Answer> stop(AppCall call, Set<String> modes, DifyException wrongMode) {
        return call.call()
                .json()
                .chain(body -> {
                    Payload.user(body);
                    call.require(modes, wrongMode);
                    return stop(call.call().path("task_id"));
                })
                .replaceWith(Answer.success());
    }

    private Uni<Void> stop(String taskId) {
        UUID task;
        try {
            task = UUID.fromString(taskId);
        } catch (IllegalArgumentException nobodysTask) {
            return Uni.createFrom().voidItem();
        }
        return engine.stop(task)
                .onFailure(UnreachableException.class)
                .transform(
                        fault -> DifyException.unavailable("The task cannot be reached.", fault));
    }
}
