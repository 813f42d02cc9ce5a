package io.holdfast.engine.dsl.healing;

import io.holdfast.engine.dsl.Trees;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Bare provider names of old files become plugin ids (dsl.md 1.9.5). */
final class ProviderNames implements HealingStep {

    private static final Set<String> TOOLS_OF_RENAMED_PLUGINS =
            Set.of("jina", "siliconflow", "stepfun", "gitee_ai");

    @Override
    public void heal(GraphTree graph, Consumer<String> warnings) {
        for (Map<String, @Nullable Object> node : graph.nodes()) {
            Map<String, @Nullable Object> data = GraphTree.data(node);
            model(Trees.map(data, "model"), "provider");
            if (GraphTree.type(node).equals("knowledge-retrieval")) {
                retrieval(data);
            } else if (GraphTree.type(node).equals("tool")) {
                tool(data);
            }
        }
    }

    /** Heals a provider's name below a key, if there is one. */
    static void model(Map<String, @Nullable Object> model, String key) {
        if (isBare(model.get(key))) {
            String name = Trees.text(model, key);
            model.put(
                    key,
                    name.equals("google")
                            ? "langgenius/gemini/google"
                            : "langgenius/" + name + "/" + name);
        }
    }

    /** Heals a built-in tool's provider. */
    static void tool(Map<String, @Nullable Object> tool) {
        Object kind = tool.get("provider_type");
        if ((kind == null || kind.equals("builtin")) && isBare(tool.get("provider_id"))) {
            String name = Trees.text(tool, "provider_id");
            String plugin = TOOLS_OF_RENAMED_PLUGINS.contains(name) ? name + "_tool" : name;
            tool.put("provider_id", "langgenius/" + plugin + "/" + name);
        }
    }

    private static void retrieval(Map<String, @Nullable Object> data) {
        Map<String, @Nullable Object> multiple = Trees.map(data, "multiple_retrieval_config");
        Map<String, @Nullable Object> single = Trees.map(data, "single_retrieval_config");
        for (Map<String, @Nullable Object> model :
                List.of(
                        Trees.map(multiple, "reranking_model"),
                        Trees.map(single, "model"),
                        Trees.map(data, "metadata_model_config"))) {
            model(model, "provider");
        }
        model(
                Trees.map(Trees.map(multiple, "weights"), "vector_setting"),
                "embedding_provider_name");
    }

    private static boolean isBare(@Nullable Object name) {
        return name instanceof String text && !text.isBlank() && !text.contains("/");
    }
}
