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
import org.jspecify.annotations.Nullable;

/** Stopping a task: success whatever is known of it (http-api.md 2.15). */
@Singleton
public class Stops {

    private static final String WORKFLOW = "workflow";

    private final EngineApi engine;

    Stops(EngineApi engine) {
        this.engine = engine;
    }

    public Uni<Answer> stop(AppCall call, Set<String> modes, DifyException wrongMode) {
        return call.call()
                .json()
                .chain(body -> {
                    String user = Payload.user(body);
                    call.require(modes, wrongMode);
                    return stop(call, call.mode().equals(WORKFLOW) ? null : user);
                })
                .replaceWith(Answer.success());
    }

    /** Anybody may stop a workflow's run; all else only the user whose it is. */
    private Uni<Void> stop(AppCall call, @Nullable String user) {
        UUID task;
        try {
            task = UUID.fromString(call.call().path("task_id"));
        } catch (IllegalArgumentException nobodysTask) {
            return Uni.createFrom().voidItem();
        }
        return engine.stop(task, call.appId(), user)
                .onFailure(UnreachableException.class)
                .transform(
                        fault -> DifyException.unavailable("The task cannot be reached.", fault));
    }
}
