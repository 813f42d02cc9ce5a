package io.holdfast.engine.dsl.importing;

import io.holdfast.engine.dsl.Trees;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Tells of forms that nobody is sent here: they are filled over the API (dsl.md 3.19). */
final class DeliveryCheck {

    private DeliveryCheck() {}

    static void graph(Map<String, @Nullable Object> graph, List<String> warnings) {
        for (Map<String, @Nullable Object> node : Trees.maps(graph, "nodes")) {
            Map<String, @Nullable Object> data = Trees.map(node, "data");
            if (!Trees.text(data, "type").equals("human-input")) {
                continue;
            }
            for (Map<String, @Nullable Object> method : Trees.maps(data, "delivery_methods")) {
                String type = Trees.text(method, "type");
                if (Trees.isTruthy(method.get("enabled")) && !type.equals("webapp")) {
                    warnings.add(
                            "The form of node "
                                    + Trees.text(node, "id")
                                    + " '"
                                    + Trees.text(data, "title")
                                    + "' is not delivered by "
                                    + type
                                    + " here: fill it over the API, by the form_token of"
                                    + " human_input_required.");
                }
            }
        }
    }
}
