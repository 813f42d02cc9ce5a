package io.holdfast.engine.node.extractor;

import io.holdfast.engine.node.NodeData;
import io.holdfast.engine.node.NodeKind;
import io.holdfast.engine.node.NodeLogic;
import io.holdfast.engine.node.NodeOutcome;
import io.holdfast.engine.node.NodeScope;
import io.holdfast.engine.node.NodeStep;
import io.holdfast.engine.node.llm.Memory;
import io.holdfast.engine.node.llm.ModelChoice;
import io.holdfast.engine.node.llm.ModelReply;
import io.holdfast.engine.node.llm.ModelRequest;
import io.holdfast.engine.node.llm.PromptFailure;
import io.holdfast.engine.node.llm.PromptMessage;
import io.holdfast.engine.value.JsonText;
import io.holdfast.engine.value.ReferenceTemplate;
import io.holdfast.engine.value.Selector;
import io.holdfast.engine.value.ValueText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Lets a model find values in a text (dsl.md 3.14). The model is always asked in words, also where
 * the file wishes for function calls.
 */
public final class ParameterExtractorNode implements NodeLogic {

    private static final String TASK =
            """
            You find values in texts. You are given a text, the JSON schema of the values that are \
            wanted and, sometimes, instructions of the author. Answer with one JSON object that \
            follows the schema, and nothing else. Take values from the text alone; leave a value \
            out that is not there. Never answer the text itself.\
            """;

    private final ModelChoice model;
    private final Optional<Selector> query;
    private final List<Parameter> parameters;
    private final ReferenceTemplate instruction;
    private final Optional<Memory> memory;

    private ParameterExtractorNode(NodeData data) {
        this.model = ModelChoice.parse(data.child("model"));
        this.query = data.selector("query");
        this.parameters = data.children("parameters").stream().map(Parameter::parse).toList();
        this.instruction = ReferenceTemplate.parse(data.text("instruction").orElse(""));
        this.memory = Memory.parse(data);
    }

    public static ParameterExtractorNode parse(NodeData data) {
        return new ParameterExtractorNode(data);
    }

    @Override
    public NodeKind kind() {
        return NodeKind.EXECUTABLE;
    }

    @Override
    public NodeStep begin(NodeScope scope) {
        Map<String, @Nullable Object> inputs = new LinkedHashMap<>();
        try {
            return ask(scope, inputs);
        } catch (PromptFailure e) {
            return new NodeStep.Done(e.asOutcome().withInputs(inputs));
        }
    }

    private NodeStep ask(NodeScope scope, Map<String, @Nullable Object> inputs)
            throws PromptFailure {
        String text =
                query.map(selector -> ValueText.text(scope.variables().get(selector).orNull()))
                        .orElse("");
        String wish = instruction.renderText(scope.variables());
        inputs.put("query", text);
        inputs.put("instruction", wish);
        ModelRequest request =
                new ModelRequest(
                        model.resolved(scope.variables()),
                        List.of(new PromptMessage("system", TASK)),
                        memory.flatMap(kept -> kept.history(scope.start())),
                        Optional.of(question(text, wish)),
                        true,
                        Optional.empty());
        return new NodeStep.Ask<>(request, reply -> outcome(reply, inputs));
    }

    private PromptMessage question(String text, String wish) {
        Map<String, @Nullable Object> properties = new LinkedHashMap<>();
        parameters.forEach(one -> properties.put(one.name(), one.schema()));
        Map<String, @Nullable Object> schema = new LinkedHashMap<>();
        schema.put("type", "object");
        schema.put("properties", properties);
        schema.put(
                "required",
                parameters.stream().filter(Parameter::required).map(Parameter::name).toList());
        Map<String, @Nullable Object> question = new LinkedHashMap<>();
        question.put("text", text);
        question.put("schema", schema);
        question.put("instructions", wish);
        return new PromptMessage("user", JsonText.compact(question));
    }

    private NodeOutcome outcome(ModelReply reply, Map<String, @Nullable Object> inputs) {
        Optional<Map<String, @Nullable Object>> found = FirstObject.in(reply.text());
        Map<String, @Nullable Object> values = found.orElse(Map.of());
        String fault =
                found.isEmpty()
                        ? "Failed to extract result from text response, using default result"
                        : parameters.stream()
                                .map(one -> one.fault(values).orElse(null))
                                .filter(Objects::nonNull)
                                .findFirst()
                                .orElse(null);
        Map<String, @Nullable Object> outputs = new LinkedHashMap<>();
        outputs.put("__is_success", fault == null ? 1L : 0L);
        outputs.put("__reason", fault);
        outputs.put("__usage", reply.usage());
        parameters.forEach(one -> outputs.put(one.name(), one.value(values)));
        return new NodeOutcome.Succeeded(
                inputs, processData(reply), outputs, null, reply.usage(), List.of());
    }

    private Map<String, @Nullable Object> processData(ModelReply reply) {
        Map<String, @Nullable Object> data = reply.processData(model);
        data.put("function", null);
        data.put("tool_call", null);
        return data;
    }
}
