package io.holdfast.engine.agent;

import io.holdfast.engine.node.NodeData;
import io.holdfast.engine.node.llm.ModelTool;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A tool as a model is told of it.
 *
 * @param name by which the model asks for it, unique in its catalog
 * @param parameters a JSON schema of type object
 * @param providerType {@code builtin}, {@code api}, {@code mcp} ...
 * @param provider its id, or a server's
 * @param tool its name at the provider
 * @param fixed arguments that the app has set
 */
public record OfferedTool(
        String name,
        String label,
        String description,
        Map<String, @Nullable Object> parameters,
        String providerType,
        String provider,
        String tool,
        Map<String, @Nullable Object> fixed) {

    ModelTool forModel() {
        return new ModelTool(name, description, parameters);
    }

    Map<String, @Nullable Object> toData() {
        Map<String, @Nullable Object> data = new LinkedHashMap<>();
        data.put("name", name);
        data.put("label", label);
        data.put("description", description);
        data.put("parameters", parameters);
        data.put("provider_type", providerType);
        data.put("provider", provider);
        data.put("tool", tool);
        data.put("fixed", fixed);
        return data;
    }

    static OfferedTool of(NodeData data) {
        return new OfferedTool(
                data.requireText("name"),
                data.text("label").orElse(""),
                data.text("description").orElse(""),
                data.child("parameters").fields(),
                data.text("provider_type").orElse("builtin"),
                data.text("provider").orElse(""),
                data.requireText("tool"),
                data.child("fixed").fields());
    }
}
