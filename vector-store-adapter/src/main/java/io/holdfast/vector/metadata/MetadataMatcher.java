package io.holdfast.vector.metadata;

import io.holdfast.contracts.knowledge.MetadataCondition;
import io.holdfast.contracts.knowledge.MetadataFilter;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A filter made ready: conditions without a value are gone. */
public final class MetadataMatcher {

    private final boolean any;
    private final List<MetadataCondition> conditions;

    /**
     * Makes a filter ready.
     *
     * @throws IllegalArgumentException for an operator or a logical operator that does not exist
     */
    public MetadataMatcher(MetadataFilter filter) {
        this.any =
                switch (filter.logicalOperator()) {
                    case "and" -> false;
                    case "or" -> true;
                    default ->
                            throw new IllegalArgumentException(
                                    "unknown logical_operator: " + filter.logicalOperator());
                };
        filter.conditions()
                .forEach(condition -> ConditionTest.require(condition.comparisonOperator()));
        this.conditions = filter.conditions().stream().filter(MetadataMatcher::hasValue).toList();
    }

    /** Whether every document matches. */
    public boolean isEmpty() {
        return conditions.isEmpty();
    }

    /** Whether a document of this metadata may answer. */
    public boolean matches(Map<String, @Nullable Object> metadata) {
        return any
                ? conditions.stream().anyMatch(condition -> test(condition, metadata))
                : conditions.stream().allMatch(condition -> test(condition, metadata));
    }

    private static boolean test(
            MetadataCondition condition, Map<String, @Nullable Object> metadata) {
        return ConditionTest.passes(
                condition.comparisonOperator(), metadata.get(condition.name()), condition.value());
    }

    /** An empty list is a value: nothing is in it. */
    private static boolean hasValue(MetadataCondition condition) {
        return ConditionTest.needsNoValue(condition.comparisonOperator())
                || condition.value() instanceof List<?>
                || (condition.value() != null && !condition.value().toString().isEmpty());
    }
}
