package io.holdfast.engine.dsl.healing;

import io.holdfast.engine.dsl.Trees;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Type names of end outputs and extracted parameters as they are spelt now (1.9.11, 1.9.12). */
final class OutputTypes implements HealingStep {

    @Override
    public void heal(GraphTree graph, Consumer<String> warnings) {
        graph.eachData("end", data -> Trees.maps(data, "outputs").forEach(OutputTypes::output));
        graph.eachData(
                "parameter-extractor",
                data -> Trees.maps(data, "parameters").forEach(OutputTypes::parameter));
    }

    private static void output(Map<String, @Nullable Object> output) {
        String type = Trees.text(output, "value_type");
        output.put("value_type", type.isEmpty() ? "any" : type.toLowerCase(Locale.ROOT));
    }

    private static void parameter(Map<String, @Nullable Object> parameter) {
        String type = Trees.text(parameter, "type");
        if (type.equals("bool")) {
            parameter.put("type", "boolean");
        } else if (type.equals("select")) {
            parameter.put("type", "string");
        }
    }
}
