package io.holdfast.engine.dsl.importing;

import io.holdfast.engine.dsl.AppMode;
import java.util.EnumSet;
import java.util.Set;

/**
 * What this engine can run; everything else is refused at import and not at run time.
 *
 * @param nodeTypes names after healing
 * @param toolProviders the last part of their ids
 */
public record SupportedFeatures(
        Set<AppMode> modes, Set<String> nodeTypes, Set<String> toolProviders) {

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
                            "loop-end",
                            "tool",
                            "question-classifier",
                            "list-operator",
                            "parameter-extractor"),
                    Set.of("time"));

    public SupportedFeatures {
        modes = Set.copyOf(modes);
        nodeTypes = Set.copyOf(nodeTypes);
        toolProviders = Set.copyOf(toolProviders);
    }
}
