package io.holdfast.gateway.knowledge;

import io.holdfast.contracts.knowledge.PreProcessingRule;
import io.holdfast.contracts.knowledge.ProcessRule;
import io.holdfast.contracts.knowledge.Segmentation;
import io.holdfast.gateway.http.DifyException;
import io.holdfast.gateway.http.Payload;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code process_rule} in requests (http-api.md 4.3). Its parts are checked where documents are
 * kept, which answers with Dify's words.
 */
final class ProcessRules {

    private ProcessRules() {}

    /** Null when there is none; wrong types are noted in the payload. */
    static @Nullable ProcessRule read(Payload payload) {
        return payload.nested("process_rule").map(ProcessRules::rule).orElse(null);
    }

    private static ProcessRule rule(Payload rule) {
        String mode = rule.optionalText("mode").orElse("");
        if (!mode.equals("custom")) {
            return new ProcessRule(mode, null, null);
        }
        Payload rules =
                rule.nested("rules")
                        .orElseThrow(
                                () -> DifyException.invalidParam("Process rule rules is required"));
        return new ProcessRule(
                mode,
                rules.raw("pre_processing_rules") == null ? null : steps(rules),
                rules.nested("segmentation").map(ProcessRules::segmentation).orElse(null));
    }

    private static List<PreProcessingRule> steps(Payload rules) {
        return rules.objects("pre_processing_rules").stream().map(ProcessRules::step).toList();
    }

    private static PreProcessingRule step(Map<String, @Nullable Object> step) {
        return new PreProcessingRule(
                String.valueOf(step.get("id")), Boolean.TRUE.equals(step.get("enabled")));
    }

    private static Segmentation segmentation(Payload segmentation) {
        return new Segmentation(
                segmentation.optionalText("separator").orElse(null),
                segmentation.optionalWhole("max_tokens").orElse(null),
                segmentation.optionalWhole("chunk_overlap").orElse(null));
    }
}
