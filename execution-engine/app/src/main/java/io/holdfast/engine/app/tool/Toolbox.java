package io.holdfast.engine.app.tool;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All tools that are here. */
@ApplicationScoped
public class Toolbox {

    private final Map<String, ToolProvider> providers = new HashMap<>();

    public Toolbox(@All List<ToolProvider> all) {
        all.forEach(provider -> providers.put(provider.name(), provider));
    }

    /**
     * Who brings a tool.
     *
     * @param provider its id as a file names it
     */
    public Optional<ToolProvider> find(String provider, String tool) {
        return Optional.ofNullable(providers.get(provider.substring(provider.lastIndexOf('/') + 1)))
                .filter(found -> found.tools().contains(tool));
    }
}
