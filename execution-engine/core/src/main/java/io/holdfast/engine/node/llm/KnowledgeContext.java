package io.holdfast.engine.node.llm;

import io.holdfast.engine.value.Values;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a knowledge node, or any text, gives a prompt (dsl.md 3.3).
 *
 * @param citations the sources of the text, best first (http-api.md 2.5)
 */
public record KnowledgeContext(String text, List<Map<String, @Nullable Object>> citations) {

    /** No context at all. */
    public static final KnowledgeContext NONE = new KnowledgeContext("", List.of());

    /** A context variable has a shape that no prompt can use. */
    static final class ContextStructureException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        ContextStructureException(String message) {
            super(message);
        }
    }

    private static final String KNOWLEDGE = "knowledge";

    /**
     * Reads a context variable.
     *
     * @throws ContextStructureException when an item of a list is an object without content
     */
    public static KnowledgeContext of(@Nullable Object value) {
        return switch (value) {
            case String text -> new KnowledgeContext(text, List.of());
            case List<?> items -> ofItems(items);
            case null -> NONE;
            default -> NONE;
        };
    }

    private static KnowledgeContext ofItems(List<?> items) {
        List<String> texts = new ArrayList<>();
        List<Map<String, @Nullable Object>> citations = new ArrayList<>();
        for (Object item : items) {
            if (item instanceof String text) {
                texts.add(text);
            } else if (item instanceof Map<?, ?> map) {
                addChunk(Values.asMap(map), texts, citations);
            }
        }
        return new KnowledgeContext(String.join("\n", texts), citations);
    }

    private static void addChunk(
            Map<String, @Nullable Object> chunk,
            List<String> texts,
            List<Map<String, @Nullable Object>> citations) {
        Object content = chunk.get("content");
        if (content == null) {
            throw new ContextStructureException("Invalid context structure: " + chunk);
        }
        if (chunk.get("summary") instanceof String summary && !summary.isEmpty()) {
            texts.add(summary);
        }
        texts.add(String.valueOf(content));
        if (chunk.get("metadata") instanceof Map<?, ?> map
                && KNOWLEDGE.equals(map.get("_source"))) {
            citations.add(citation(chunk, Values.asMap(map)));
        }
    }

    private static Map<String, @Nullable Object> citation(
            Map<String, @Nullable Object> chunk, Map<String, @Nullable Object> metadata) {
        Map<String, @Nullable Object> citation = new LinkedHashMap<>();
        for (String same :
                List.of(
                        "position",
                        "dataset_id",
                        "dataset_name",
                        "document_id",
                        "document_name",
                        "data_source_type",
                        "segment_id",
                        "retriever_from",
                        "score")) {
            citation.put(same, metadata.get(same));
        }
        citation.put("hit_count", metadata.get("segment_hit_count"));
        citation.put("word_count", metadata.get("segment_word_count"));
        citation.put("segment_position", metadata.get("segment_position"));
        citation.put("index_node_hash", metadata.get("segment_index_node_hash"));
        citation.put("content", chunk.get("content"));
        citation.put("page", metadata.get("page"));
        citation.put("doc_metadata", metadata.get("doc_metadata"));
        citation.put("title", chunk.get("title"));
        citation.put("files", chunk.get("files"));
        citation.put("summary", chunk.get("summary"));
        return citation;
    }
}
