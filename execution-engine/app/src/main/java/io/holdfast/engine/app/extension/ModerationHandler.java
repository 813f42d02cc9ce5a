package io.holdfast.engine.app.extension;

import io.holdfast.engine.app.step.StepCall;
import io.holdfast.engine.app.step.StepHandler;
import io.holdfast.engine.dsl.Trees;
import io.holdfast.engine.moderation.ModerationRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Asks a server that speaks OpenAI's moderation protocol. */
@ApplicationScoped
class ModerationHandler implements StepHandler<Boolean, ModerationRequest> {

    private final ExtensionCalls calls;

    ModerationHandler(ExtensionCalls calls) {
        this.calls = calls;
    }

    @Override
    public Class<ModerationRequest> requestType() {
        return ModerationRequest.class;
    }

    @Override
    public Boolean handle(StepCall<ModerationRequest> call) throws InterruptedException {
        Extension server = calls.require(ModerationRequest.EXTENSION);
        Map<String, @Nullable Object> body = new LinkedHashMap<>();
        if (server.model() != null) {
            body.put("model", server.model());
        }
        body.put("input", call.request().text());
        return Trees.maps(calls.post(server, body), "results").stream()
                .anyMatch(result -> Boolean.TRUE.equals(result.get("flagged")));
    }
}
