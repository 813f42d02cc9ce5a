package io.holdfast.engine.app.tool;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** All tools that are here. */
@ApplicationScoped
public class Toolbox {

    private final Map<String, ToolProvider> providers = new HashMap<>();

    /**
     * @param sources of providers that the operator names; they go before those built in
     */
    public Toolbox(@All List<ToolProvider> builtIn, @All List<ToolSource> sources) {
        List<ToolProvider> all = new ArrayList<>(builtIn);
        sources.forEach(source -> all.addAll(source.providers()));
        all.forEach(provider -> providers.put(provider.id(), provider));
    }

    /** Who has an id that a file names; empty when nobody here has. */
    public Optional<ToolProvider> find(String id) {
        ToolProvider exact = providers.get(id);
        return Optional.ofNullable(
                exact == null ? providers.get(id.substring(id.lastIndexOf('/') + 1)) : exact);
    }

    /** The ids of all who bring tools. */
    public Set<String> ids() {
        return new HashSet<>(providers.keySet());
    }
}
