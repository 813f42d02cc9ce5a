package io.holdfast.engine.basic;

import io.holdfast.engine.dsl.AppMode;
import io.holdfast.engine.dsl.BasicAppDefinition;
import io.holdfast.engine.dsl.EdgeDefinition;
import io.holdfast.engine.dsl.ErrorPolicy;
import io.holdfast.engine.dsl.GraphDefinition;
import io.holdfast.engine.dsl.NodeDefinition;
import io.holdfast.engine.node.NodeData;
import io.holdfast.engine.value.Selector;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Draws the graph of a chat, agent or completion app: start, knowledge if it has any, model,
 * answer.
 */
public final class BasicAppGraph {

    /** The type of the node that calls the model. */
    public static final String MODEL_TYPE = "basic-model";

    /** The type of the node that lets the model use tools. */
    public static final String AGENT_TYPE = "basic-agent";

    static final String START = "start";
    static final String KNOWLEDGE = "knowledge";
    static final String MODEL = "model";
    static final String ANSWER = "answer";

    private final NodeData config;
    private final AppMode mode;

    private BasicAppGraph(BasicAppDefinition app, AppMode mode) {
        this.config = NodeData.of(app.modelConfig());
        this.mode = mode;
    }

    /** The graph of an app. */
    public static GraphDefinition of(BasicAppDefinition app, AppMode mode) {
        return new BasicAppGraph(app, mode).draw();
    }

    private GraphDefinition draw() {
        List<NodeDefinition> nodes = new ArrayList<>();
        nodes.add(node(START, "start", Map.of()));
        List<String> datasets = datasets();
        boolean agent = mode == AppMode.AGENT_CHAT;
        boolean retrieves = !datasets.isEmpty() && !agent;
        if (retrieves) {
            nodes.add(node(KNOWLEDGE, "knowledge-retrieval", retrieval(datasets)));
        }
        nodes.add(
                agent
                        ? node(MODEL, AGENT_TYPE, agent(datasets))
                        : node(MODEL, MODEL_TYPE, model(retrieves)));
        nodes.add(node(ANSWER, "answer", Map.of("answer", "{{#model.text#}}")));
        List<EdgeDefinition> edges = new ArrayList<>();
        for (int i = 0; i + 1 < nodes.size(); i++) {
            edges.add(new EdgeDefinition(nodes.get(i).id(), "source", nodes.get(i + 1).id()));
        }
        return new GraphDefinition(nodes, edges);
    }

    private Map<String, @Nullable Object> model(boolean hasKnowledge) {
        Map<String, @Nullable Object> data = new LinkedHashMap<>(config.fields());
        data.put("has_knowledge", hasKnowledge);
        return data;
    }

    /** An agent searches when it wants to (dsl.md 5.7). */
    private Map<String, @Nullable Object> agent(List<String> datasets) {
        Map<String, @Nullable Object> data = new LinkedHashMap<>(config.fields());
        data.put("dataset_ids", datasets);
        return data;
    }

    /** Datasets that are switched on, old files having them among the tools (dsl.md 5.1, 5.4). */
    private List<String> datasets() {
        List<String> ids = new ArrayList<>();
        NodeData datasets = config.child("dataset_configs").child("datasets");
        for (NodeData entry : datasets.children("datasets")) {
            addDataset(ids, entry.child("dataset"));
        }
        for (NodeData tool : config.child("agent_mode").children("tools")) {
            addDataset(ids, tool.child("dataset"));
        }
        return ids;
    }

    private static void addDataset(List<String> ids, NodeData dataset) {
        if (dataset.flag("enabled", false)) {
            dataset.text("id").ifPresent(ids::add);
        }
    }

    private Map<String, @Nullable Object> retrieval(List<String> datasets) {
        NodeData settings = config.child("dataset_configs");
        Map<String, @Nullable Object> data = new LinkedHashMap<>();
        data.put("query_variable_selector", querySelector());
        data.put("dataset_ids", datasets);
        data.put("retrieval_mode", "multiple");
        data.put("multiple_retrieval_config", ranking(settings));
        data.put("metadata_filtering_mode", settings.fields().get("metadata_filtering_mode"));
        data.put(
                "metadata_filtering_conditions",
                settings.fields().get("metadata_filtering_conditions"));
        return data;
    }

    /** A text generator takes its query from an input (dsl.md 5.4). */
    private List<String> querySelector() {
        return mode == AppMode.COMPLETION
                ? config.text("dataset_query_variable")
                        .filter(name -> !name.isEmpty())
                        .map(name -> List.of(START, name))
                        .orElse(List.of(Selector.SYSTEM, "query"))
                : List.of(Selector.SYSTEM, "query");
    }

    private static Map<String, @Nullable Object> ranking(NodeData settings) {
        Map<String, @Nullable Object> config = new LinkedHashMap<>();
        config.put("top_k", settings.fields().get("top_k"));
        if (settings.flag("score_threshold_enabled", false)) {
            config.put("score_threshold", settings.fields().get("score_threshold"));
        }
        config.put(
                "reranking_enable",
                settings.flag("reranking_enable", settings.flag("reranking_enabled", true)));
        for (String same : List.of("reranking_mode", "reranking_model", "weights")) {
            config.put(same, settings.fields().get(same));
        }
        return config;
    }

    private static NodeDefinition node(String id, String type, Map<String, @Nullable Object> data) {
        return new NodeDefinition(id, type, id, "1", null, data, ErrorPolicy.NONE);
    }
}
