package io.holdfast.engine.app.extension;

import io.holdfast.engine.app.tool.ToolConfig;
import io.holdfast.engine.app.tool.providers.ProvidersFile;
import io.holdfast.engine.node.NodeData;
import io.holdfast.engine.node.NodeDataException;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The services of {@code tools.yaml} by the ids that apps have for them. */
@ApplicationScoped
public class Extensions {

    private final Map<String, Extension> byId = new LinkedHashMap<>();

    public Extensions(ToolConfig config) {
        ProvidersFile.find(config, System::getenv)
                .ifPresent(file -> file.extensions().forEach(entry -> add(config, entry)));
    }

    private void add(ToolConfig config, NodeData entry) {
        String id = entry.text("id").orElse("");
        try {
            URI url = URI.create(entry.requireText("url"));
            if (id.isEmpty() || url.getHost() == null) {
                throw new IllegalArgumentException("each extension needs an id and a url");
            }
            byId.put(
                    id,
                    new Extension(
                            id,
                            url,
                            entry.text("key").orElse(null),
                            entry.text("model").orElse(null)));
        } catch (NodeDataException | IllegalArgumentException e) {
            throw new IllegalStateException(
                    config.providersFile() + ": extension " + id + ": " + e.getMessage(), e);
        }
    }

    Optional<Extension> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** The ids of all services. */
    public Set<String> ids() {
        return Set.copyOf(byId.keySet());
    }
}
