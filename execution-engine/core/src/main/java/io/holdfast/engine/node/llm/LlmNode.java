package io.holdfast.engine.node.llm;

import io.holdfast.engine.node.NodeData;
import io.holdfast.engine.node.NodeKind;
import io.holdfast.engine.node.NodeLogic;
import io.holdfast.engine.node.NodeOutcome;
import io.holdfast.engine.node.NodeScope;
import io.holdfast.engine.node.NodeStep;
import io.holdfast.engine.value.Selector;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Asks a model (dsl.md 3.3). */
public final class LlmNode implements NodeLogic {

    private final LlmSpec spec;

    private LlmNode(LlmSpec spec) {
        this.spec = spec;
    }

    public static LlmNode parse(NodeData data) {
        return new LlmNode(LlmSpec.parse(data));
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
    public List<String> streamedOutputs() {
        return List.of("text");
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
        Map<String, @Nullable Object> jinja = jinjaVariables(scope);
        for (PromptTemplate message : spec.messages()) {
            message.collectInputs(scope.variables(), inputs);
        }
        inputs.putAll(jinja);
        KnowledgeContext context = context(scope);
        if (spec.context().isPresent()) {
            inputs.put("#context#", context.text());
        }
        inputs.put("model_provider", spec.model().provider());
        inputs.put("model_name", spec.model().name());
        List<PromptFile> seen = seen(scope, inputs);
        List<PromptMessage> messages = messages(scope, jinja, context);
        Optional<PromptMessage> query = query(scope);
        if (!seen.isEmpty()) {
            query = query.map(question -> question.with(seen));
            if (query.isEmpty()) {
                show(messages, seen);
            }
        }
        ModelRequest request =
                new ModelRequest(
                        spec.model().resolved(scope.variables()),
                        messages,
                        spec.memory().flatMap(memory -> memory.history(scope.start())),
                        query,
                        spec.separateReasoning(),
                        spec.schema());
        if (request.messages().isEmpty() && request.query().isEmpty()) {
            throw new PromptFailure(
                    "NoPromptFoundError",
                    "No prompt found in the LLM configuration. "
                            + "Please ensure a prompt is properly configured before proceeding.");
        }
        return new NodeStep.Ask<>(request, reply -> outcome(reply, inputs, context));
    }

    private List<PromptMessage> messages(
            NodeScope scope, Map<String, @Nullable Object> jinja, KnowledgeContext context)
            throws PromptFailure {
        List<PromptMessage> messages = new ArrayList<>();
        for (PromptTemplate template : spec.messages()) {
            String text = template.render(scope.variables(), jinja, context.text());
            if (!text.isEmpty()) {
                messages.add(new PromptMessage(template.role(), text));
            }
            List<PromptFile> named = template.files(scope.variables());
            if (!named.isEmpty()) {
                messages.add(new PromptMessage(template.role(), "", named));
            }
        }
        return messages;
    }

    private Map<String, @Nullable Object> jinjaVariables(NodeScope scope) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        spec.jinjaVariables()
                .forEach((name, selector) ->
                        values.put(
                                name,
                                Optional.ofNullable(scope.variables().get(selector).orNull())
                                        .orElse("")));
        return values;
    }

    private KnowledgeContext context(NodeScope scope) throws PromptFailure {
        if (spec.context().isEmpty()) {
            return KnowledgeContext.NONE;
        }
        try {
            return KnowledgeContext.of(scope.variables().get(spec.context().get()).orNull());
        } catch (KnowledgeContext.ContextStructureException e) {
            throw new PromptFailure("InvalidContextStructureError", e.getMessage());
        }
    }

    /** What the model is to look at beside the texts. */
    private List<PromptFile> seen(NodeScope scope, Map<String, @Nullable Object> inputs) {
        if (spec.vision().isEmpty()) {
            return List.of();
        }
        Vision vision = spec.vision().get();
        Object value = scope.variables().get(vision.files()).orNull();
        List<PromptFile> files = PromptFile.of(value, vision.detail());
        if (!files.isEmpty()) {
            inputs.put("#files#", value instanceof List<?> ? value : List.of(value));
        }
        return files;
    }

    /** Before the text of the user's last message, or in a message of their own (rule 7). */
    private static void show(List<PromptMessage> messages, List<PromptFile> files) {
        for (int i = messages.size() - 1; i >= 0; i--) {
            if (messages.get(i).role().equals(PromptMessage.USER)) {
                messages.set(i, messages.get(i).with(files));
                return;
            }
        }
        messages.add(PromptMessage.ofUser("", files));
    }

    private Optional<PromptMessage> query(NodeScope scope) {
        if (spec.memory().isEmpty() || !scope.start().isChatLike()) {
            return Optional.empty();
        }
        String text = spec.memory().get().query().renderText(scope.variables());
        return text.isEmpty() ? Optional.empty() : Optional.of(new PromptMessage("user", text));
    }

    private NodeOutcome outcome(
            ModelReply reply, Map<String, @Nullable Object> inputs, KnowledgeContext context) {
        Map<String, @Nullable Object> outputs = new LinkedHashMap<>();
        outputs.put("text", reply.text());
        outputs.put("reasoning_content", reply.reasoning());
        outputs.put("usage", reply.usage());
        outputs.put("finish_reason", reply.finishReason());
        reply.structured().ifPresent(value -> outputs.put("structured_output", value));
        return new NodeOutcome.Succeeded(
                inputs,
                reply.processData(spec.model()),
                outputs,
                null,
                reply.usage(),
                context.citations());
    }

    /** The configuration of an llm node. */
    record LlmSpec(
            ModelChoice model,
            List<PromptTemplate> messages,
            Map<String, Selector> jinjaVariables,
            Optional<Selector> context,
            Optional<Vision> vision,
            Optional<Memory> memory,
            boolean separateReasoning,
            Optional<Map<String, @Nullable Object>> schema) {

        static LlmSpec parse(NodeData data) {
            Map<String, Selector> jinja = new LinkedHashMap<>();
            for (NodeData variable : data.child("prompt_config").children("jinja2_variables")) {
                variable.selector("value_selector")
                        .ifPresent(it -> jinja.put(variable.requireText("variable"), it));
            }
            NodeData context = data.child("context");
            return new LlmSpec(
                    ModelChoice.parse(data.child("model")),
                    messages(data),
                    jinja,
                    context.flag("enabled", false)
                            ? context.selector("variable_selector")
                            : Optional.empty(),
                    Vision.parse(data),
                    Memory.parse(data),
                    data.text("reasoning_format").orElse("tagged").equals("separated"),
                    schema(data));
        }

        private static List<PromptTemplate> messages(NodeData data) {
            if (data.fields().get("prompt_template") instanceof Map<?, ?>) {
                return List.of(PromptTemplate.parse(data.child("prompt_template")));
            }
            return data.children("prompt_template").stream().map(PromptTemplate::parse).toList();
        }

        private static Optional<Map<String, @Nullable Object>> schema(NodeData data) {
            boolean on =
                    data.flag("structured_output_enabled", false)
                            || data.flag("structured_output_switch_on", false);
            NodeData schema = data.child("structured_output").child("schema");
            return on && !schema.fields().isEmpty()
                    ? Optional.of(schema.fields())
                    : Optional.empty();
        }
    }
}
