package io.holdfast.engine.dsl.importing;

import io.holdfast.engine.dsl.AppMode;
import java.util.Set;

/**
 * What this engine can run; everything else is refused at import and not at run time.
 *
 * @param nodeTypes names after healing
 * @param toolProviders their ids; the last part of it for those built in
 * @param extensions services for moderation and external data, by the ids that apps have for them
 */
public record SupportedFeatures(
        Set<AppMode> modes,
        Set<String> nodeTypes,
        Set<String> toolProviders,
        Set<String> extensions) {

    public SupportedFeatures {
        modes = Set.copyOf(modes);
        nodeTypes = Set.copyOf(nodeTypes);
        toolProviders = Set.copyOf(toolProviders);
        extensions = Set.copyOf(extensions);
    }
}
