package io.holdfast.engine.node.http;

import io.holdfast.engine.dsl.ErrorPolicy;
import io.holdfast.engine.dsl.NodeDefinition;
import io.holdfast.engine.node.GivenVariables;
import io.holdfast.engine.node.NodeOutcome;
import io.holdfast.engine.node.NodeStep;
import io.holdfast.engine.value.JsonReader;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A node that is configured piece by piece, in JSON, and what it does. */
final class HttpNodeFixture {
    final GivenVariables given = new GivenVariables();
    private final Map<String, @Nullable Object> data = new LinkedHashMap<>();
    private ErrorPolicy policy = ErrorPolicy.NONE;

    HttpNodeFixture() {
        data.put("method", "get");
        data.put("url", "https://api.example/v1");
    }

    HttpNodeFixture with(String field, String json) {
        data.put(field, JsonReader.read(json));
        return this;
    }

    HttpNodeFixture text(String field, String text) {
        data.put(field, text);
        return this;
    }

    HttpNodeFixture strategy(ErrorPolicy.Strategy strategy) {
        policy = new ErrorPolicy(strategy, Map.of(), 0, Duration.ZERO);
        return this;
    }

    NodeStep begin() {
        return HttpRequestNode.parse(
                        new NodeDefinition("h", "http-request", "H", "1", null, data, policy))
                .begin(given.scope());
    }

    HttpCall call() {
        return (HttpCall) ((NodeStep.Ask<?>) begin()).request();
    }

    NodeOutcome.Failed failure() {
        return (NodeOutcome.Failed) ((NodeStep.Done) begin()).outcome();
    }

    @SuppressWarnings("unchecked") // the node asks for nothing else
    NodeOutcome after(HttpReply reply) {
        return (NodeOutcome) ((NodeStep.Ask<HttpReply>) begin()).meaning().apply(reply);
    }
}
