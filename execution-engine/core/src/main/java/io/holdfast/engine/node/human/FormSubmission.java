package io.holdfast.engine.node.human;

import io.holdfast.engine.dsl.Trees;
import io.holdfast.engine.dsl.form.InvalidInputException;
import io.holdfast.engine.dsl.form.StartForm;
import io.holdfast.engine.file.FileInputs;
import io.holdfast.engine.file.KnownFiles;
import io.holdfast.engine.node.FormAnswer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a person fills in, checked against the form (http-api.md 2.17).
 *
 * @param content what the form shows
 * @param inputs its fields
 * @param actions its buttons
 */
public record FormSubmission(
        String content,
        List<Map<String, @Nullable Object>> inputs,
        List<Map<String, @Nullable Object>> actions) {

    /** The URLs of all remote files among the values. */
    public Set<String> remoteUrls(Map<String, @Nullable Object> values) {
        return FileInputs.remoteUrls(files(), values, List.of());
    }

    /**
     * The answer that the values make; values of no field are left out.
     *
     * @param known the files that the values name
     * @throws InvalidInputException for what does not fit
     */
    public FormAnswer.Submitted accept(
            String action, Map<String, @Nullable Object> values, KnownFiles known) {
        if (actions.stream().noneMatch(one -> action.equals(one.get("id")))) {
            throw new InvalidInputException("Invalid action: " + action);
        }
        requireAll(values);
        Map<String, @Nullable Object> accepted = new LinkedHashMap<>();
        for (Map<String, @Nullable Object> input : inputs) {
            String name = name(input);
            accepted.put(name, value(input, name, values.get(name)));
        }
        return new FormAnswer.Submitted(
                content, action, new FileInputs(known, false).inputs(files(), accepted));
    }

    private void requireAll(Map<String, @Nullable Object> values) {
        List<String> missing = new ArrayList<>();
        for (Map<String, @Nullable Object> input : inputs) {
            if (values.get(name(input)) == null) {
                missing.add(name(input));
            }
        }
        if (!missing.isEmpty()) {
            throw new InvalidInputException(
                    "Missing required inputs: " + String.join(", ", missing));
        }
    }

    private static @Nullable Object value(
            Map<String, @Nullable Object> input, String name, @Nullable Object value) {
        return switch (Trees.text(input, "type")) {
            case "file" -> require(value instanceof Map, name, "a file", value);
            case "file-list" -> files(input, name, value);
            case "select" -> choice(input, name, value);
            default -> require(value instanceof String, name, "a string", value);
        };
    }

    private static @Nullable Object choice(
            Map<String, @Nullable Object> input, String name, @Nullable Object value) {
        List<?> options = Trees.list(Trees.map(input, "option_source").get("value"));
        return require(options.contains(value), name, "one of " + options, value);
    }

    private static @Nullable Object files(
            Map<String, @Nullable Object> input, String name, @Nullable Object value) {
        boolean files =
                value instanceof List<?> list && list.stream().allMatch(Map.class::isInstance);
        require(files, name, "a list of files", value);
        int limit = Trees.integer(input, "number_limits");
        boolean fits = limit <= 0 || (value instanceof List<?> list && list.size() <= limit);
        return require(fits, name, "at most " + limit + " files", value);
    }

    private static @Nullable Object require(
            boolean fits, String name, String what, @Nullable Object value) {
        if (fits) {
            return value;
        }
        throw new InvalidInputException("Invalid value for input " + name + ": expected " + what);
    }

    private StartForm files() {
        List<Map<String, @Nullable Object>> fields = new ArrayList<>();
        for (Map<String, @Nullable Object> input : inputs) {
            Map<String, @Nullable Object> field = new LinkedHashMap<>(input);
            field.put("variable", name(input));
            fields.add(field);
        }
        return StartForm.ofVariables(fields);
    }

    private static String name(Map<String, @Nullable Object> input) {
        return Trees.text(input, "output_variable_name");
    }
}
