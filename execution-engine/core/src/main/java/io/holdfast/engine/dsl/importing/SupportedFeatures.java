package io.holdfast.engine.dsl.importing;

import io.holdfast.engine.dsl.AppMode;
import java.util.EnumSet;
import java.util.Set;

/**
 * What this engine can run; everything else is refused at import and not at run time.
 *
 * @param nodeTypes names after healing
 */
public record SupportedFeatures(Set<AppMode> modes, Set<String> nodeTypes) {

    /** What is built today. */
    public static final SupportedFeatures BUILT =
            new SupportedFeatures(
                    EnumSet.of(
                            AppMode.WORKFLOW,
                            AppMode.ADVANCED_CHAT,
                            AppMode.CHAT,
                            AppMode.COMPLETION),
                    Set.of(
                            "start",
                            "end",
                            "answer",
                            "llm",
                            "if-else",
                            "template-transform",
                            "code",
                            "http-request",
                            "variable-aggregator",
                            "knowledge-retrieval",
                            "assigner",
                            "iteration",
                            "iteration-start",
                            "loop",
                            "loop-start",
                            "loop-end"));

    public SupportedFeatures {
        modes = Set.copyOf(modes);
        nodeTypes = Set.copyOf(nodeTypes);
    }
}
