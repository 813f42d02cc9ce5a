package io.holdfast.engine.agent;

import io.holdfast.contracts.knowledge.MultiRetrieveRequest;
import io.holdfast.engine.node.NodeStep;
import io.holdfast.engine.node.knowledge.KnowledgeRequest;
import io.holdfast.engine.node.knowledge.KnowledgeRetrievalNode;
import io.holdfast.engine.node.llm.KnowledgeContext;
import io.holdfast.engine.node.llm.ToolCall;
import io.holdfast.engine.value.JsonReader;
import io.holdfast.engine.value.JsonSyntaxException;
import io.holdfast.engine.value.ValueText;
import io.holdfast.engine.value.Values;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Turns a model's wish into what is asked of the outside world. */
final class ToolSteps {

    /** The provider type of knowledge bases. */
    static final String DATASET = "dataset";

    private static final int HITS = 4;

    private ToolSteps() {}

    static NodeStep use(OfferedTool tool, ToolCall call, List<McpServer> servers) {
        Map<String, @Nullable Object> arguments = new LinkedHashMap<>(arguments(tool, call));
        if (tool.providerType().equals(DATASET)) {
            return search(tool, ValueText.text(arguments.get("query")));
        }
        arguments.putAll(tool.fixed());
        return new NodeStep.Ask<>(
                new ToolUse(tool.providerType(), tool.provider(), tool.tool(), arguments, servers),
                AgentNotes::of);
    }

    private static NodeStep search(OfferedTool tool, String query) {
        MultiRetrieveRequest retrieval =
                new MultiRetrieveRequest(
                        List.of(UUID.fromString(tool.provider())),
                        query,
                        HITS,
                        null,
                        false,
                        null,
                        null,
                        null,
                        null);
        return new NodeStep.Ask<>(
                new KnowledgeRequest(retrieval),
                response -> {
                    KnowledgeContext found =
                            KnowledgeContext.of(KnowledgeRetrievalNode.result(response));
                    return AgentNotes.of(
                            new Observation(true, found.text(), found.citations(), List.of()));
                });
    }

    /** What is no object is what the tool's only parameter gets. */
    private static Map<String, @Nullable Object> arguments(OfferedTool tool, ToolCall call) {
        try {
            if (JsonReader.read(call.arguments()) instanceof Map<?, ?> map) {
                return Values.asMap(map);
            }
        } catch (JsonSyntaxException _) {
            // text, then
        }
        Map<String, @Nullable Object> only = new LinkedHashMap<>();
        if (tool.parameters().get("properties") instanceof Map<?, ?> properties
                && properties.size() == 1
                && !call.arguments().isBlank()) {
            only.put(String.valueOf(properties.keySet().iterator().next()), call.arguments());
        }
        return only;
    }
}
