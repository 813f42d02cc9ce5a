package io.holdfast.vector.document;

import io.holdfast.contracts.knowledge.PreProcessingRule;
import io.holdfast.contracts.knowledge.ProcessRule;
import io.holdfast.contracts.knowledge.Segmentation;
import io.holdfast.vector.KnowledgeConfig;
import io.holdfast.vector.failure.KnowledgeException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a process rule may say, with Dify's messages (http-api.md 4.3, knowledge.md 5). */
final class ProcessRules {

    private static final Set<String> PRE_PROCESSING =
            Set.of("remove_extra_spaces", "remove_urls_emails");

    private ProcessRules() {}

    /** The rule to follow; automatic when there is none. */
    static ProcessRule checked(@Nullable ProcessRule rule, KnowledgeConfig.SegmentSize bounds) {
        if (rule == null || "automatic".equals(rule.mode())) {
            return ProcessRule.automatic();
        }
        if ("hierarchical".equals(rule.mode())) {
            throw KnowledgeException.notSupported(
                    "Process rule mode hierarchical is not supported yet.");
        }
        if (!"custom".equals(rule.mode())) {
            throw KnowledgeException.invalid("Process rule mode is invalid");
        }
        checkPreProcessing(rule);
        checkSegmentation(rule.segmentation(), bounds);
        return rule;
    }

    private static void checkPreProcessing(ProcessRule rule) {
        if (rule.preProcessingRules() == null) {
            throw KnowledgeException.invalid("Process rule pre_processing_rules is required");
        }
        for (PreProcessingRule step : rule.preProcessingRules()) {
            if (step.id() == null || !PRE_PROCESSING.contains(step.id())) {
                throw KnowledgeException.invalid("Process rule pre_processing_rules id is invalid");
            }
        }
    }

    private static void checkSegmentation(
            @Nullable Segmentation segmentation, KnowledgeConfig.SegmentSize bounds) {
        if (segmentation == null) {
            throw KnowledgeException.invalid("Process rule segmentation is required");
        }
        Integer size = segmentation.maxTokens();
        if (size == null) {
            throw KnowledgeException.invalid("Process rule segmentation max_tokens is required");
        }
        if (size < bounds.min() || size > bounds.max()) {
            throw KnowledgeException.invalid(
                    "Custom segment length should be between %d and %d."
                            .formatted(bounds.min(), bounds.max()));
        }
        Integer overlap = segmentation.chunkOverlap();
        if (overlap != null && (overlap < 0 || overlap > size)) {
            throw KnowledgeException.invalid(
                    "Process rule segmentation chunk_overlap must be between 0 and max_tokens");
        }
    }
}
