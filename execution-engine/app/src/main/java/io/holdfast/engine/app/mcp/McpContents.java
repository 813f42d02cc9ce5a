package io.holdfast.engine.app.mcp;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.holdfast.engine.agent.Observation;
import io.holdfast.engine.file.FileNames;
import io.modelcontextprotocol.spec.McpSchema;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads what a tool of a server has said. */
final class McpContents {

    private static final String BYTES = "application/octet-stream";

    private McpContents() {}

    /** Texts as they are; what is no text is named, and a file if it has a content. */
    static McpReply read(McpSchema.CallToolResult result, ObjectMapper mapper) {
        List<String> texts = new ArrayList<>();
        if (result.content() != null) {
            result.content().forEach(content -> texts.add(text(content)));
        }
        if (texts.isEmpty() && result.structuredContent() != null) {
            texts.add(json(result.structuredContent(), mapper));
        }
        String said = String.join("\n", texts);
        if (Boolean.TRUE.equals(result.isError())) {
            return new McpReply(Observation.failed(said), List.of());
        }
        return new McpReply(Observation.of(said), files(result));
    }

    private static List<McpReply.Blob> files(McpSchema.CallToolResult result) {
        return result.content() == null
                ? List.of()
                : result.content().stream().flatMap(content -> file(content).stream()).toList();
    }

    private static Optional<McpReply.Blob> file(McpSchema.Content content) {
        return switch (content) {
            case McpSchema.ImageContent image -> blob(image.data(), image.mimeType(), "");
            case McpSchema.AudioContent audio -> blob(audio.data(), audio.mimeType(), "");
            case McpSchema.EmbeddedResource embedded
                    when embedded.resource() instanceof McpSchema.BlobResourceContents blob ->
                    blob(blob.blob(), blob.mimeType(), FileNames.ofUrl(blob.uri()));
            default -> Optional.empty();
        };
    }

    /** What is no base64 stays named only. */
    private static Optional<McpReply.Blob> blob(
            @Nullable String base64, @Nullable String mimeType, String name) {
        try {
            return Optional.ofNullable(base64)
                    .map(Base64.getMimeDecoder()::decode)
                    .map(content ->
                            new McpReply.Blob(content, mimeType == null ? BYTES : mimeType, name));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
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
