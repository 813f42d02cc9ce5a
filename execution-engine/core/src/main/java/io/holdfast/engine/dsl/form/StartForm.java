package io.holdfast.engine.dsl.form;

import io.holdfast.engine.dsl.AppDefinition;
import io.holdfast.engine.dsl.BasicAppDefinition;
import io.holdfast.engine.dsl.NodeDefinition;
import io.holdfast.engine.dsl.Trees;
import io.holdfast.engine.dsl.WorkflowDefinition;
import io.holdfast.engine.python.PythonText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The form that an app's caller fills in: the start node's variables, or a basic app's user input
 * form. The JSON schema of {@code json_object} fields is not looked at.
 *
 * @param fields in form order
 */
public record StartForm(List<FormField> fields) {

    private static final String EXTERNAL = "external_data_tool";

    public StartForm {
        fields = List.copyOf(fields);
    }

    /** The form of an app. */
    public static StartForm of(AppDefinition app) {
        return switch (app.body()) {
            case WorkflowDefinition workflow ->
                    workflow.graph().nodes().stream()
                            .filter(node -> node.type().equals("start"))
                            .findFirst()
                            .map(StartForm::ofNode)
                            .orElse(new StartForm(List.of()));
            case BasicAppDefinition basic -> ofConfig(basic.modelConfig());
        };
    }

    private static StartForm ofNode(NodeDefinition start) {
        return ofVariables(Trees.maps(start.data(), "variables"));
    }

    /** The form of a start node's {@code variables}. */
    public static StartForm ofVariables(List<Map<String, @Nullable Object>> variables) {
        List<FormField> fields = new ArrayList<>();
        for (Map<String, @Nullable Object> variable : variables) {
            fields.add(FormField.of(Trees.text(variable, "type"), variable));
        }
        return new StartForm(fields);
    }

    /** The form of a {@code model_config} block. */
    private static StartForm ofConfig(Map<String, @Nullable Object> config) {
        List<FormField> fields = new ArrayList<>();
        for (Map<String, @Nullable Object> control : Trees.maps(config, "user_input_form")) {
            for (Map.Entry<String, @Nullable Object> entry : control.entrySet()) {
                if (entry.getValue() instanceof Map<?, ?>) {
                    fields.add(FormField.of(entry.getKey(), Trees.map(entry.getValue())));
                }
            }
        }
        return new StartForm(fields);
    }

    /** One map with one key per field: the type, with the field's settings below. */
    public List<Map<String, @Nullable Object>> controls() {
        List<Map<String, @Nullable Object>> controls = new ArrayList<>();
        for (FormField field : fields) {
            Map<String, @Nullable Object> control = new LinkedHashMap<>();
            control.put(field.type(), field.settings());
            controls.add(control);
        }
        return controls;
    }

    /**
     * The accepted values, one for each field in form order; null for what is absent without a
     * default. Inputs that the form does not know are left out. File references stay as they came.
     *
     * @throws InvalidInputException for the first field whose value is not acceptable
     */
    public Map<String, @Nullable Object> validate(Map<String, ? extends @Nullable Object> inputs) {
        Map<String, @Nullable Object> accepted = new LinkedHashMap<>();
        for (FormField field : fields) {
            if (!field.type().equals(EXTERNAL) && !field.variable().isEmpty()) {
                accepted.put(
                        field.variable(), FieldRules.accept(field, inputs.get(field.variable())));
            }
        }
        refuseObjects(accepted, List.of("file", "json_object"), value -> value instanceof Map);
        refuseObjects(accepted, List.of("file-list"), StartForm::holdsObjects);
        return accepted;
    }

    private static boolean holdsObjects(@Nullable Object value) {
        return value instanceof List<?> list && list.stream().anyMatch(Map.class::isInstance);
    }

    private void refuseObjects(
            Map<String, @Nullable Object> accepted,
            List<String> allowed,
            Predicate<@Nullable Object> isObject) {
        List<String> wrong = new ArrayList<>();
        for (FormField field : fields) {
            if (!allowed.contains(field.type()) && isObject.test(accepted.get(field.variable()))) {
                wrong.add(field.variable());
            }
        }
        if (!wrong.isEmpty()) {
            throw new InvalidInputException("Invalid input type for " + PythonText.repr(wrong));
        }
    }
}
