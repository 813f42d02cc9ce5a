package io.holdfast.contracts.knowledge;

import java.util.List;

/**
 * Which documents may answer.
 *
 * @param logicalOperator {@code and} or {@code or}
 */
public record MetadataFilter(String logicalOperator, List<MetadataCondition> conditions) {

    public MetadataFilter {
        logicalOperator = logicalOperator == null ? "and" : logicalOperator;
        conditions = conditions == null ? List.of() : List.copyOf(conditions);
    }
}
