package io.holdfast.testing.model;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Bodies of chat answers, shaped as OpenAI's reference states them. */
final class MockChat {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long CREATED = 1_750_000_000L;

    private MockChat() {}

    static String completion(MockRequest request, MockReply.Tokens tokens) {
        var answer = head(request, "chat.completion");
        var choice = answer.putArray("choices").addObject().put("index", 0);
        choice.putObject("message")
                .put("role", "assistant")
                .put("content", String.join("", tokens.tokens()));
        choice.put("finish_reason", "stop");
        if (tokens.withUsage()) {
            answer.set("usage", usage(request, tokens.tokens()));
        }
        return answer.toString();
    }

    static String role(MockRequest request) {
        return chunk(request, JSON.createObjectNode().put("role", "assistant").put("content", ""));
    }

    static String delta(MockRequest request, String text) {
        return chunk(request, JSON.createObjectNode().put("content", text));
    }

    static String stop(MockRequest request) {
        return chunk(request, JSON.createObjectNode(), "stop");
    }

    static String usageChunk(MockRequest request, List<String> tokens) {
        var chunk = head(request, "chat.completion.chunk");
        chunk.putArray("choices");
        chunk.set("usage", usage(request, tokens));
        return chunk.toString();
    }

    static MockReply.Chunks toolCall(String text, String id, String name, String arguments) {
        int half = arguments.length() / 2;
        ObjectNode first = JSON.createObjectNode().put("role", "assistant").put("content", text);
        first.putArray("tool_calls")
                .addObject()
                .put("index", 0)
                .put("id", id)
                .put("type", "function")
                .putObject("function")
                .put("name", name)
                .put("arguments", arguments.substring(0, half));
        ObjectNode second = JSON.createObjectNode();
        second.putArray("tool_calls")
                .addObject()
                .put("index", 0)
                .putObject("function")
                .put("arguments", arguments.substring(half));
        return new MockReply.Chunks(
                List.of(
                        wish(first, null),
                        wish(second, null),
                        wish(JSON.createObjectNode(), "tool_calls")));
    }

    private static String wish(ObjectNode delta, @Nullable String finish) {
        ObjectNode chunk =
                JSON.createObjectNode()
                        .put("id", "chatcmpl-mock")
                        .put("object", "chat.completion.chunk")
                        .put("created", CREATED)
                        .put("model", "mock");
        ObjectNode choice = chunk.putArray("choices").addObject().put("index", 0);
        choice.set("delta", delta);
        choice.put("finish_reason", finish);
        return chunk.toString();
    }

    static String models() {
        var list = JSON.createObjectNode().put("object", "list");
        list.putArray("data").addObject().put("id", "mock").put("object", "model");
        return list.toString();
    }

    private static String chunk(MockRequest request, ObjectNode delta) {
        return chunk(request, delta, null);
    }

    private static String chunk(MockRequest request, ObjectNode delta, @Nullable String finish) {
        var chunk = head(request, "chat.completion.chunk");
        var choice = chunk.putArray("choices").addObject().put("index", 0);
        choice.set("delta", delta);
        choice.put("finish_reason", finish);
        chunk.putNull("usage");
        return chunk.toString();
    }

    private static ObjectNode head(MockRequest request, String object) {
        return JSON.createObjectNode()
                .put("id", "chatcmpl-mock")
                .put("object", object)
                .put("created", CREATED)
                .put("model", request.body().path("model").asText());
    }

    /** One token a word of the prompt, one a piece of the answer. */
    private static ObjectNode usage(MockRequest request, List<String> tokens) {
        var prompt = request.prompt().trim().split("\\s+").length;
        return JSON.createObjectNode()
                .put("prompt_tokens", prompt)
                .put("completion_tokens", tokens.size())
                .put("total_tokens", prompt + tokens.size());
    }
}
