package io.holdfast.model.openai;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.holdfast.contracts.model.ModelHeaders;
import io.holdfast.contracts.model.ModelType;
import io.holdfast.model.protocol.ModelCall;
import io.holdfast.model.route.Upstream;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;

/** A request as the upstream gets it: the caller's, with the upstream's model name and our key. */
record OpenAiRequest(RequestOptions options, Buffer body) {

    static OpenAiRequest of(Upstream upstream, ModelCall call) {
        var path = call.type() == ModelType.LLM ? "/chat/completions" : "/embeddings";
        var options =
                new RequestOptions()
                        .setMethod(HttpMethod.POST)
                        .setAbsoluteURI(upstream.baseUrl() + path)
                        .putHeader("Content-Type", "application/json")
                        .putHeader(
                                "Accept", call.stream() ? "text/event-stream" : "application/json");
        if (upstream.key() != null) {
            options.putHeader("Authorization", "Bearer " + upstream.key());
        }
        if (call.idempotencyKey() != null) {
            options.putHeader(ModelHeaders.IDEMPOTENCY_KEY, call.idempotencyKey());
        }
        upstream.headers().forEach(options::putHeader);
        return new OpenAiRequest(options, Buffer.buffer(body(upstream, call).toString()));
    }

    private static ObjectNode body(Upstream upstream, ModelCall call) {
        var body = call.body().deepCopy();
        body.put("model", upstream.modelFor(call.model()));
        if (call.stream() && upstream.askUsage()) {
            body.withObjectProperty("stream_options").put("include_usage", true);
        } else {
            body.remove("stream_options");
        }
        return body;
    }
}
