package io.holdfast.engine.app.node.llm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.holdfast.engine.node.llm.ToolCall;
import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads a streamed answer of the OpenAI protocol as model-service gives it. */
final class ChatStream {

    private static final String DATA = "data:";
    private static final String DONE = "[DONE]";

    private final ObjectMapper mapper;
    private final Consumer<String> pieces;
    private final ToolCallPieces calls = new ToolCallPieces();
    private String finishReason = "stop";
    private Map<String, @Nullable Object> usage = new LinkedHashMap<>();
    private boolean done;

    /**
     * @param mapper reads whole numbers as longs
     * @param pieces takes the text piece by piece
     */
    ChatStream(ObjectMapper mapper, Consumer<String> pieces) {
        this.mapper = mapper;
        this.pieces = pieces;
    }

    String finishReason() {
        return finishReason;
    }

    Map<String, @Nullable Object> usage() {
        return usage;
    }

    List<ToolCall> calls() {
        return calls.whole();
    }

    /**
     * Reads to the end.
     *
     * @throws io.holdfast.engine.app.step.StepException when the stream carries an error
     * @throws IOException when it ends too early
     */
    void read(InputStream body) throws IOException {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8))) {
            String line = lines.readLine();
            while (line != null && !done) {
                if (line.startsWith(DATA)) {
                    data(line.substring(DATA.length()).strip());
                }
                line = lines.readLine();
            }
        }
        if (!done) {
            throw new EOFException("the answer ended before its end");
        }
    }

    private void data(String json) throws IOException {
        if (json.equals(DONE)) {
            done = true;
            return;
        }
        JsonNode chunk = mapper.readTree(json);
        if (chunk.has("error")) {
            throw ModelErrors.of(chunk.get("error"));
        }
        JsonNode choice = chunk.path("choices").path(0);
        String text = choice.path("delta").path("content").asText("");
        if (!text.isEmpty()) {
            pieces.accept(text);
        }
        choice.path("delta").path("tool_calls").forEach(calls::add);
        if (choice.path("finish_reason").isTextual()) {
            finishReason = choice.path("finish_reason").asText();
        }
        takeUsage(chunk);
    }

    @SuppressWarnings("unchecked") // JSON objects have string keys
    private void takeUsage(JsonNode chunk) {
        JsonNode reported = chunk.path("x_holdfast").path("usage");
        if (reported.isObject()) {
            usage = mapper.convertValue(reported, Map.class);
        }
    }
}
