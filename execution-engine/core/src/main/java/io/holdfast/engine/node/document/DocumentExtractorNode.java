package io.holdfast.engine.node.document;

import io.holdfast.engine.node.NodeData;
import io.holdfast.engine.node.NodeKind;
import io.holdfast.engine.node.NodeLogic;
import io.holdfast.engine.node.NodeOutcome;
import io.holdfast.engine.node.NodeScope;
import io.holdfast.engine.node.NodeStep;
import io.holdfast.engine.python.PythonText;
import io.holdfast.engine.value.FileValues;
import io.holdfast.engine.value.Lookup;
import io.holdfast.engine.value.Selector;
import io.holdfast.engine.value.Values;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Turns documents into text (dsl.md 3.17). */
public final class DocumentExtractorNode implements NodeLogic {

    private final Selector variable;

    private DocumentExtractorNode(Selector variable) {
        this.variable = variable;
    }

    public static DocumentExtractorNode parse(NodeData data) {
        return new DocumentExtractorNode(data.requireSelector("variable_selector"));
    }

    @Override
    public NodeKind kind() {
        return NodeKind.EXECUTABLE;
    }

    @Override
    public boolean retryable() {
        return true;
    }

    @Override
    public NodeStep begin(NodeScope scope) {
        Map<String, @Nullable Object> inputs = new LinkedHashMap<>();
        inputs.put("variable_selector", variable.path());
        if (!(scope.variables().get(variable) instanceof Lookup.Found(var value))) {
            return failed(
                    inputs,
                    "File variable not found for selector: " + PythonText.repr(variable.path()));
        }
        if (isEmpty(value)) {
            return new NodeStep.Done(NodeOutcome.Succeeded.of(inputs, Map.of("text", List.of())));
        }
        List<FileValues.Facts> files = files(value);
        if (files.isEmpty()) {
            return failed(
                    inputs,
                    "Variable " + PythonText.repr(variable.path()) + " is not an ArrayFileSegment");
        }
        boolean single = !(value instanceof List);
        return new NodeStep.Ask<>(
                new DocumentRequest(files), reply -> outcome(inputs, value, single, reply));
    }

    private static NodeStep failed(Map<String, @Nullable Object> inputs, String message) {
        return new NodeStep.Done(NodeOutcome.Failed.of("", message).withInputs(inputs));
    }

    private static boolean isEmpty(@Nullable Object value) {
        return value == null
                || value.equals("")
                || (value instanceof List<?> list && list.isEmpty())
                || (value instanceof Map<?, ?> map && map.isEmpty());
    }

    /** Empty when anything among them is no file. */
    private static List<FileValues.Facts> files(@Nullable Object value) {
        List<FileValues.Facts> files = new ArrayList<>();
        List<?> items = value instanceof List<?> list ? list : Arrays.asList(value);
        for (Object item : items) {
            if (item == null || !FileValues.isFile(item)) {
                return List.of();
            }
            files.add(FileValues.facts(Values.asMap(item)));
        }
        return files;
    }

    private static NodeOutcome outcome(
            Map<String, @Nullable Object> inputs,
            @Nullable Object value,
            boolean single,
            DocumentReply reply) {
        Map<String, @Nullable Object> process = new LinkedHashMap<>();
        process.put("documents", single ? Arrays.asList(value) : value);
        return switch (reply) {
            case DocumentReply.Texts(List<String> texts) -> {
                Map<String, @Nullable Object> outputs = new LinkedHashMap<>();
                outputs.put("text", single ? texts.getFirst() : texts);
                yield new NodeOutcome.Succeeded(
                        inputs, process, outputs, null, Map.of(), List.of());
            }
            case DocumentReply.Failed(String message) ->
                    NodeOutcome.Failed.of("", message).withInputs(inputs);
        };
    }
}
