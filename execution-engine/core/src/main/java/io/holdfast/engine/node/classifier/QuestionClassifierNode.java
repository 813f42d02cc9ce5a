package io.holdfast.engine.node.classifier;

import io.holdfast.engine.node.NodeData;
import io.holdfast.engine.node.NodeDataException;
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
import io.holdfast.engine.value.JsonReader;
import io.holdfast.engine.value.JsonSyntaxException;
import io.holdfast.engine.value.ReferenceTemplate;
import io.holdfast.engine.value.Selector;
import io.holdfast.engine.value.ValueText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Lets a model choose between classes (dsl.md 3.5). */
public final class QuestionClassifierNode implements NodeLogic {

    private final Optional<Selector> query;
    private final ModelChoice model;
    private final List<QuestionClass> classes;
    private final ReferenceTemplate instruction;
    private final Optional<Memory> memory;

    private QuestionClassifierNode(NodeData data) {
        this.query = data.selector("query_variable_selector");
        this.model = ModelChoice.parse(data.child("model"));
        List<QuestionClass> list = new ArrayList<>();
        for (NodeData one : data.children("classes")) {
            list.add(QuestionClass.parse(one, list.size() + 1));
        }
        if (list.isEmpty()) {
            throw new NodeDataException("classes must not be empty");
        }
        this.classes = List.copyOf(list);
        this.instruction = ReferenceTemplate.parse(data.text("instruction").orElse(""));
        this.memory = Memory.parse(data);
    }

    public static QuestionClassifierNode parse(NodeData data) {
        return new QuestionClassifierNode(data);
    }

    @Override
    public NodeKind kind() {
        return NodeKind.BRANCH;
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
        List<ClassifierPrompt.Category> categories =
                classes.stream()
                        .map(one ->
                                new ClassifierPrompt.Category(
                                        one.id(), one.name().renderText(scope.variables())))
                        .toList();
        inputs.put("query", text);
        ModelRequest request =
                new ModelRequest(
                        model.resolved(scope.variables()),
                        ClassifierPrompt.lead(),
                        memory.flatMap(kept -> kept.history(scope.start())),
                        Optional.of(
                                ClassifierPrompt.question(
                                        text,
                                        categories,
                                        instruction.renderText(scope.variables()))),
                        true,
                        Optional.empty());
        return new NodeStep.Ask<>(request, reply -> outcome(reply, categories, inputs));
    }

    private NodeOutcome outcome(
            ModelReply reply,
            List<ClassifierPrompt.Category> categories,
            Map<String, @Nullable Object> inputs) {
        int from = reply.text().indexOf('{');
        int to = reply.text().lastIndexOf('}');
        if (from < 0 || to < from) {
            return failed("ValueError", "could not find json block in the output.", inputs);
        }
        try {
            Object answer = JsonReader.read(reply.text().substring(from, to + 1));
            return chosen(place(answer), reply, categories, inputs);
        } catch (JsonSyntaxException e) {
            return failed(
                    "OutputParserError",
                    "got invalid json object. error: " + e.getMessage(),
                    inputs);
        }
    }

    private static NodeOutcome failed(
            String type, String message, Map<String, @Nullable Object> inputs) {
        return NodeOutcome.Failed.of(type, message).withInputs(inputs);
    }

    /** Which class was named; the first where none was. */
    private int place(@Nullable Object answer) {
        Object id =
                answer instanceof Map<?, ?> map && map.get("category_name") != null
                        ? map.get("category_id")
                        : null;
        for (int i = 0; i < classes.size(); i++) {
            if (classes.get(i).id().equals(ValueText.text(id))) {
                return i;
            }
        }
        return 0;
    }

    private NodeOutcome chosen(
            int place,
            ModelReply reply,
            List<ClassifierPrompt.Category> categories,
            Map<String, @Nullable Object> inputs) {
        QuestionClass one = classes.get(place);
        Map<String, @Nullable Object> outputs = new LinkedHashMap<>();
        outputs.put("class_name", categories.get(place).name());
        outputs.put("class_label", one.label());
        outputs.put("class_id", one.id());
        outputs.put("usage", reply.usage());
        return new NodeOutcome.Succeeded(
                inputs, reply.processData(model), outputs, one.id(), reply.usage(), List.of());
    }
}
