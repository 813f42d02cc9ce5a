package io.holdfast.engine.basic;

import io.holdfast.engine.context.RunStart;
import io.holdfast.engine.node.NodeData;
import io.holdfast.engine.node.NodeKind;
import io.holdfast.engine.node.NodeLogic;
import io.holdfast.engine.node.NodeOutcome;
import io.holdfast.engine.node.NodeScope;
import io.holdfast.engine.node.NodeStep;
import io.holdfast.engine.node.llm.KnowledgeContext;
import io.holdfast.engine.node.llm.ModelChoice;
import io.holdfast.engine.node.llm.ModelReply;
import io.holdfast.engine.node.llm.ModelRequest;
import io.holdfast.engine.node.llm.PromptFile;
import io.holdfast.engine.node.llm.PromptMessage;
import io.holdfast.engine.value.Selector;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The model call of a chat or completion app (dsl.md 5.3). */
public final class BasicModelNode implements NodeLogic {

    private static final int ALL_TURNS = 500;
    private static final Selector RESULT = Selector.of(BasicAppGraph.KNOWLEDGE, "result");

    private final ModelChoice model;
    private final List<PromptPart> parts;
    private final boolean advanced;
    private final boolean hasKnowledge;
    private final String detail;

    private BasicModelNode(
            ModelChoice model,
            List<PromptPart> parts,
            boolean advanced,
            boolean hasKnowledge,
            String detail) {
        this.model = model;
        this.parts = parts;
        this.advanced = advanced;
        this.hasKnowledge = hasKnowledge;
        this.detail = detail;
    }

    /** A message of the configuration. */
    private record PromptPart(String role, BasicTemplate template) {}

    public static BasicModelNode parse(NodeData data) {
        boolean advanced = data.text("prompt_type").orElse("simple").equals("advanced");
        return new BasicModelNode(
                ModelChoice.parse(data.child("model")),
                advanced ? advancedParts(data) : simpleParts(data),
                advanced,
                data.flag("has_knowledge", false),
                data.child("file_upload").child("image").text("detail").orElse("high"));
    }

    private static List<PromptPart> simpleParts(NodeData data) {
        String text = data.text("pre_prompt").orElse("");
        return List.of(new PromptPart("system", new BasicTemplate(text)));
    }

    private static List<PromptPart> advancedParts(NodeData data) {
        List<NodeData> chat = data.child("chat_prompt_config").children("prompt");
        if (!chat.isEmpty()) {
            return chat.stream()
                    .map(message ->
                            new PromptPart(
                                    message.text("role").orElse("system"),
                                    new BasicTemplate(message.text("text").orElse(""))))
                    .toList();
        }
        String text =
                data.child("completion_prompt_config").child("prompt").text("text").orElse("");
        return List.of(new PromptPart("user", new BasicTemplate(text)));
    }

    @Override
    public NodeKind kind() {
        return NodeKind.EXECUTABLE;
    }

    @Override
    public List<String> streamedOutputs() {
        return List.of("text");
    }

    @Override
    public NodeStep begin(NodeScope scope) {
        RunStart start = scope.start();
        String query = Optional.ofNullable(start.query()).orElse("");
        KnowledgeContext context =
                hasKnowledge
                        ? KnowledgeContext.of(scope.variables().get(RESULT).orNull())
                        : KnowledgeContext.NONE;
        List<PromptFile> files = PromptFile.of(start.files(), detail);
        List<PromptMessage> messages = messages(start, query, context.text());
        ModelRequest request =
                new ModelRequest(
                        model,
                        query.isEmpty() ? withFiles(messages, files) : messages,
                        history(start, query),
                        question(query, files),
                        false,
                        Optional.empty());
        return new NodeStep.Ask<>(request, reply -> outcome(reply, start, context));
    }

    private List<PromptMessage> messages(RunStart start, String query, String context) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>(start.inputs());
        values.put("#query#", query);
        values.put("#context#", context);
        values.put("#histories#", "");
        List<PromptMessage> messages = new ArrayList<>();
        for (PromptPart part : parts) {
            String text = part.template().render(values);
            if (!advanced) {
                text = contextBlock(context) + text;
            }
            if (!text.isBlank()) {
                messages.add(new PromptMessage(roleOf(part, query), text));
            }
        }
        return messages;
    }

    /** Without a query the prompt itself is what the user says. */
    private String roleOf(PromptPart part, String query) {
        return !advanced && query.isEmpty() ? "user" : part.role();
    }

    private String contextBlock(String context) {
        if (!hasKnowledge) {
            return "";
        }
        return """
        Treat what stands between the context tags as things that you have learned.

        <context>
        %s
        </context>

        Say so when you do not know the answer, ask when something is unclear, do not mention that \
        the knowledge comes from a context, and answer in the language of the question.

        """
                .formatted(context);
    }

    static Optional<ModelRequest.History> history(RunStart start, String query) {
        UUID conversation = start.conversationId();
        UUID message = start.messageId();
        return conversation == null || message == null || query.isEmpty()
                ? Optional.empty()
                : Optional.of(new ModelRequest.History(conversation, message, ALL_TURNS));
    }

    private Optional<PromptMessage> question(String query, List<PromptFile> files) {
        boolean said = parts.stream().anyMatch(part -> part.template().mentions("#query#"));
        boolean asked = !query.isEmpty() && !(advanced && said);
        return asked || (!query.isEmpty() && !files.isEmpty())
                ? Optional.of(PromptMessage.ofUser(asked ? query : "", files))
                : Optional.empty();
    }

    /** Without a query the last message of the prompt has them. */
    private static List<PromptMessage> withFiles(
            List<PromptMessage> messages, List<PromptFile> files) {
        if (files.isEmpty()) {
            return messages;
        }
        List<PromptMessage> all = new ArrayList<>(messages);
        PromptMessage last = all.isEmpty() ? null : all.removeLast();
        all.add(PromptMessage.ofUser(last == null ? "" : last.text(), files));
        return all;
    }

    private static NodeOutcome outcome(ModelReply reply, RunStart start, KnowledgeContext context) {
        Map<String, @Nullable Object> outputs = new LinkedHashMap<>();
        outputs.put("text", reply.text());
        outputs.put("usage", reply.usage());
        outputs.put("finish_reason", reply.finishReason());
        return new NodeOutcome.Succeeded(
                start.inputs(), null, outputs, null, reply.usage(), context.citations());
    }
}
