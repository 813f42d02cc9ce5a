package io.holdfast.engine.node.knowledge;

import io.holdfast.contracts.knowledge.MetadataCondition;
import io.holdfast.contracts.knowledge.MetadataFilter;
import io.holdfast.engine.node.NodeData;
import io.holdfast.engine.value.ReferenceTemplate;
import io.holdfast.engine.value.Selector;
import io.holdfast.engine.value.Variables;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Metadata conditions whose values may refer to the run's values (dsl.md 3.4). */
record FilterTemplate(String logicalOperator, List<NodeData> conditions) {

    static Optional<FilterTemplate> parse(NodeData data) {
        if (!data.text("metadata_filtering_mode").orElse("disabled").equals("manual")) {
            return Optional.empty();
        }
        NodeData filter = data.child("metadata_filtering_conditions");
        return Optional.of(
                new FilterTemplate(
                        filter.text("logical_operator").orElse("and"),
                        filter.children("conditions")));
    }

    MetadataFilter render(Variables variables) {
        return new MetadataFilter(
                logicalOperator,
                conditions.stream()
                        .map(condition ->
                                new MetadataCondition(
                                        condition.requireText("name"),
                                        condition.requireText("comparison_operator"),
                                        value(condition.fields().get("value"), variables)))
                        .toList());
    }

    /** A value that is one reference keeps its type. */
    private static @Nullable Object value(@Nullable Object written, Variables variables) {
        return switch (written) {
            case String text -> {
                ReferenceTemplate template = ReferenceTemplate.parse(text);
                Optional<Selector> sole = template.soleReference();
                yield sole.isPresent()
                        ? variables.get(sole.get()).orNull()
                        : template.renderText(variables);
            }
            case List<?> items -> items.stream().map(item -> value(item, variables)).toList();
            case null -> null;
            default -> written;
        };
    }
}
