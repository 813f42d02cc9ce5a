package io.holdfast.engine.dsl.healing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** An if-else of one condition list becomes one case (dsl.md 1.9.2). */
final class LegacyConditions implements HealingStep {

    @Override
    public void heal(GraphTree graph, Consumer<String> warnings) {
        graph.eachData("if-else", LegacyConditions::heal);
    }

    private static void heal(Map<String, @Nullable Object> data) {
        if (data.get("cases") != null || !(data.get("conditions") instanceof List<?> conditions)) {
            return;
        }
        Object operator = data.get("logical_operator");
        Map<String, @Nullable Object> only = new LinkedHashMap<>();
        only.put("case_id", "true");
        only.put("logical_operator", operator == null ? "and" : operator);
        only.put("conditions", conditions);
        List<@Nullable Object> cases = new ArrayList<>();
        cases.add(only);
        data.put("cases", cases);
    }
}
