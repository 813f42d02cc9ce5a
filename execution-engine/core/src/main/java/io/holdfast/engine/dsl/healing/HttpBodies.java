package io.holdfast.engine.dsl.healing;

import io.holdfast.engine.dsl.Trees;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A body that is one text becomes a list of one item (dsl.md 1.9.7). */
final class HttpBodies implements HealingStep {

    @Override
    public void heal(GraphTree graph, Consumer<String> warnings) {
        graph.eachData(
                "http-request",
                data -> {
                    if (data.get("body") instanceof Map<?, ?>) {
                        heal(Trees.map(data, "body"));
                    }
                });
    }

    private static void heal(Map<String, @Nullable Object> body) {
        Object content = body.get("data");
        if (!Trees.isTruthy(content)) {
            body.put("data", new ArrayList<@Nullable Object>());
        } else if (content instanceof String text) {
            Map<String, @Nullable Object> item = new LinkedHashMap<>();
            item.put("key", "");
            item.put("type", "text");
            item.put("value", text);
            List<@Nullable Object> items = new ArrayList<>();
            items.add(item);
            body.put("data", items);
        }
    }
}
