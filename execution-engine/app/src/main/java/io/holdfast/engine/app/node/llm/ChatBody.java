package io.holdfast.engine.app.node.llm;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.holdfast.engine.node.llm.ModelRequest;
import io.holdfast.engine.node.llm.ModelTool;
import io.holdfast.engine.node.llm.PromptMessage;
import io.holdfast.engine.node.llm.ToolCall;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes a model request as the OpenAI protocol has it. */
final class ChatBody {

    /** Parameters of Dify that mean something to Dify only. */
    private static final Set<String> NOT_FOR_MODELS =
            Set.of("response_format", "json_schema", "enable_thinking_budget");

    private final ObjectMapper mapper;

    ChatBody(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    String write(ModelRequest request, List<ReadMessage> messages) {
        Map<String, @Nullable Object> body = new LinkedHashMap<>();
        request.model()
                .parameters()
                .forEach((name, value) -> {
                    if (value != null && !NOT_FOR_MODELS.contains(name)) {
                        body.put(name, value);
                    }
                });
        body.put("model", request.model().name());
        body.put("messages", messages.stream().map(ChatBody::message).toList());
        body.put("stream", true);
        if (!request.model().stop().isEmpty()) {
            body.put("stop", request.model().stop());
        }
        if (!request.tools().isEmpty()) {
            body.put("tools", request.tools().stream().map(ChatBody::tool).toList());
        }
        responseFormat(request, body);
        try {
            return mapper.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a prompt that cannot be written", e);
        }
    }

    private static void responseFormat(ModelRequest request, Map<String, @Nullable Object> body) {
        Object format = request.model().parameters().get("response_format");
        if (request.schema().isPresent()) {
            body.put(
                    "response_format",
                    Map.of(
                            "type",
                            "json_schema",
                            "json_schema",
                            Map.of("name", "output", "schema", request.schema().get())));
        } else if (format instanceof String type && !type.equals("text")) {
            body.put("response_format", Map.of("type", type));
        } else if (format instanceof Map<?, ?>) {
            body.put("response_format", format);
        }
    }

    private static Map<String, @Nullable Object> message(ReadMessage read) {
        PromptMessage message = read.message();
        Map<String, @Nullable Object> written = new LinkedHashMap<>();
        written.put("role", message.role());
        written.put("content", read.files().isEmpty() ? message.text() : parts(read));
        if (!message.calls().isEmpty()) {
            written.put("tool_calls", message.calls().stream().map(ChatBody::call).toList());
        }
        if (message.callId() != null) {
            written.put("tool_call_id", message.callId());
        }
        return written;
    }

    private static List<Map<String, Object>> parts(ReadMessage read) {
        List<Map<String, Object>> parts = new ArrayList<>();
        for (ReadMessage.Picture picture : read.files()) {
            parts.add(
                    Map.of(
                            "type",
                            "image_url",
                            "image_url",
                            Map.of("url", picture.dataUrl(), "detail", picture.detail())));
        }
        if (!read.message().text().isEmpty()) {
            parts.add(Map.of("type", "text", "text", read.message().text()));
        }
        return parts;
    }

    private static Map<String, Object> call(ToolCall call) {
        return Map.of(
                "id",
                call.id(),
                "type",
                "function",
                "function",
                Map.of("name", call.name(), "arguments", call.arguments()));
    }

    private static Map<String, Object> tool(ModelTool tool) {
        return Map.of(
                "type",
                "function",
                "function",
                Map.of(
                        "name", tool.name(),
                        "description", tool.description(),
                        "parameters", tool.parameters()));
    }
}
