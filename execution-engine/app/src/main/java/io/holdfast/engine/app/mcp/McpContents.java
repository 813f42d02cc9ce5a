package io.holdfast.engine.app.mcp;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.holdfast.engine.agent.Observation;
import io.modelcontextprotocol.spec.McpSchema;
import java.util.ArrayList;
import java.util.List;

/** Reads what a tool of a server has said. */
final class McpContents {

    private McpContents() {}

    /** Texts as they are; what is no text is named. */
    static Observation read(McpSchema.CallToolResult result, ObjectMapper mapper) {
        List<String> texts = new ArrayList<>();
        if (result.content() != null) {
            result.content().forEach(content -> texts.add(text(content)));
        }
        if (texts.isEmpty() && result.structuredContent() != null) {
            texts.add(json(result.structuredContent(), mapper));
        }
        String said = String.join("\n", texts);
        return Boolean.TRUE.equals(result.isError())
                ? Observation.failed(said)
                : Observation.of(said);
    }

    private static String text(McpSchema.Content content) {
        return switch (content) {
            case McpSchema.TextContent text -> text.text();
            case McpSchema.ResourceLink link -> link.uri();
            case McpSchema.EmbeddedResource embedded
                    when embedded.resource() instanceof McpSchema.TextResourceContents text ->
                    text.text();
            default -> "[" + content.type() + "]";
        };
    }

    private static String json(Object value, ObjectMapper mapper) {
        try {
            return mapper.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            return String.valueOf(value);
        }
    }
}
