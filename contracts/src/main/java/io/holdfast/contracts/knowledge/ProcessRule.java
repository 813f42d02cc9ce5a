package io.holdfast.contracts.knowledge;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a document becomes segments (http-api.md 4.3). Everything but the mode is null in mode {@code
 * automatic}.
 *
 * @param mode {@code automatic} or {@code custom}; {@code hierarchical} is refused for now
 * @param preProcessingRules required in mode custom
 * @param segmentation required in mode custom
 */
public record ProcessRule(
        String mode,
        @Nullable List<PreProcessingRule> preProcessingRules,
        @Nullable Segmentation segmentation) {

    /** The rule of documents that bring none. */
    public static ProcessRule automatic() {
        return new ProcessRule("automatic", null, null);
    }
}
