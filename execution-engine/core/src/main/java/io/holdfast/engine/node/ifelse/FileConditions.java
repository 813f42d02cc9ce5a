package io.holdfast.engine.node.ifelse;

import io.holdfast.engine.node.NodeData;
import io.holdfast.engine.value.Selector;
import io.holdfast.engine.value.VariablePool;
import io.holdfast.engine.value.Variables;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Conditions on the attributes of each file of a list (dsl.md 3.6). */
record FileConditions(boolean all, List<NodeData> conditions) {

    static Optional<FileConditions> parse(NodeData condition) {
        if (!condition.has("sub_variable_condition")) {
            return Optional.empty();
        }
        NodeData sub = condition.child("sub_variable_condition");
        boolean all = sub.text("logical_operator").orElse("and").equals("and");
        return Optional.of(new FileConditions(all, sub.children("conditions")));
    }

    boolean hold(List<@Nullable Object> files, Variables variables, String operator)
            throws ComparisonException {
        for (NodeData condition : conditions) {
            boolean holds = holds(condition, files, variables);
            if (holds != all) {
                return holds;
            }
        }
        return conditions.isEmpty() ? !operator.contains("not") : all;
    }

    /** True of any file, or of all when the operator says not. */
    private static boolean holds(
            NodeData condition, List<@Nullable Object> files, Variables variables)
            throws ComparisonException {
        String key = condition.requireText("key");
        String operator = condition.requireText("comparison_operator");
        Object expected = Condition.render(condition.fields().get("value"), variables);
        boolean every = operator.contains("not");
        for (Object file : files) {
            Object actual = attribute(file, key);
            boolean extension = key.equals("extension");
            boolean holds =
                    new Comparison(
                                    operator,
                                    extension ? dotted(actual) : actual,
                                    extension ? dotted(expected) : expected)
                            .holds();
            if (holds != every) {
                return holds;
            }
        }
        return every;
    }

    private static @Nullable Object attribute(@Nullable Object file, String key) {
        VariablePool pool = new VariablePool();
        pool.put("file", "value", file);
        return pool.get(new Selector(List.of("file", "value", key))).orNull();
    }

    private static @Nullable Object dotted(@Nullable Object extension) {
        return switch (extension) {
            case String text when !text.startsWith(".") -> "." + text;
            case List<?> list -> list.stream().map(FileConditions::dotted).toList();
            case null -> null;
            default -> extension;
        };
    }
}
