package io.holdfast.engine.node.human;

import io.holdfast.engine.node.FormAnswer;
import io.holdfast.engine.node.NodeData;
import io.holdfast.engine.node.NodeDataException;
import io.holdfast.engine.node.NodeForm;
import io.holdfast.engine.node.NodeKind;
import io.holdfast.engine.node.NodeLogic;
import io.holdfast.engine.node.NodeOutcome;
import io.holdfast.engine.node.NodeReport;
import io.holdfast.engine.node.NodeScope;
import io.holdfast.engine.node.NodeStep;
import io.holdfast.engine.value.ReferenceTemplate;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Waits for a person, and goes on by the button that they chose (dsl.md 3.19). */
public final class HumanInputNode implements NodeLogic {

    private static final String TIMEOUT_HANDLE = "__timeout__";

    private final ReferenceTemplate content;
    private final List<FormField> fields;
    private final List<FormAction> actions;
    private final boolean inWebApp;
    private final Duration validFor;

    private HumanInputNode(NodeData data) {
        this.content = ReferenceTemplate.parse(data.text("form_content").orElse(""));
        this.fields = data.children("inputs").stream().map(FormField::parse).toList();
        this.actions = data.children("user_actions").stream().map(FormAction::parse).toList();
        this.inWebApp =
                data.children("delivery_methods").stream()
                        .anyMatch(method ->
                                method.flag("enabled", true)
                                        && method.text("type")
                                                .filter("webapp"::equals)
                                                .isPresent());
        this.validFor = duration(data);
        requireUnique(fields, FormField::name, "output name");
        requireUnique(actions, FormAction::id, "action id");
    }

    public static HumanInputNode parse(NodeData data) {
        return new HumanInputNode(data);
    }

    private static Duration duration(NodeData data) {
        long amount = data.number("timeout").map(Number::longValue).orElse(36L);
        if (amount <= 0 || amount > 10_000) {
            throw new NodeDataException("timeout must be from 1 to 10000");
        }
        return switch (data.text("timeout_unit").orElse("hour")) {
            case "hour" -> Duration.ofHours(amount);
            case "day" -> Duration.ofDays(amount);
            default -> throw new NodeDataException("timeout_unit must be hour or day");
        };
    }

    private static <T> void requireUnique(List<T> list, Function<T, String> name, String what) {
        Set<String> seen = new HashSet<>();
        for (T one : list) {
            if (!seen.add(name.apply(one))) {
                throw new NodeDataException(what + " " + name.apply(one) + " is there twice");
            }
        }
    }

    @Override
    public NodeKind kind() {
        return NodeKind.BRANCH;
    }

    @Override
    public NodeStep begin(NodeScope scope) {
        return answer(scope)
                .<NodeStep>map(answer -> new NodeStep.Done(outcome(answer)))
                .orElseGet(() -> new NodeStep.Fill(form(scope)));
    }

    private static Optional<FormAnswer> answer(NodeScope scope) {
        return scope.notes().isEmpty() ? Optional.empty() : FormAnswer.of(scope.notes().getLast());
    }

    private NodeForm form(NodeScope scope) {
        Map<String, @Nullable Object> defaults = new LinkedHashMap<>();
        for (FormField field : fields) {
            field.resolvedDefault(scope.variables())
                    .ifPresent(text -> defaults.put(field.name(), text));
        }
        return new NodeForm(
                content.renderMarkdown(scope.variables()),
                fields.stream().map(field -> field.view(scope.variables())).toList(),
                actions.stream().map(FormAction::view).toList(),
                defaults,
                inWebApp,
                validFor.toSeconds());
    }

    private NodeOutcome outcome(FormAnswer answer) {
        return switch (answer) {
            case FormAnswer.Submitted submitted -> {
                Map<String, @Nullable Object> outputs = new LinkedHashMap<>(submitted.values());
                outputs.put("__action_id", submitted.action());
                outputs.put("__action_value", title(submitted.action()));
                outputs.put("__rendered_content", filled(submitted));
                yield NodeOutcome.Succeeded.of(Map.of(), outputs).withHandle(submitted.action());
            }
            case FormAnswer.Expired expired -> {
                Map<String, @Nullable Object> outputs = new LinkedHashMap<>();
                outputs.put("__action_id", "");
                outputs.put("__action_value", "");
                outputs.put("__rendered_content", expired.content());
                yield NodeOutcome.Succeeded.of(Map.of(), outputs).withHandle(TIMEOUT_HANDLE);
            }
        };
    }

    private static String filled(FormAnswer.Submitted answer) {
        return FormContent.filled(answer.content(), answer.values());
    }

    private String title(String action) {
        return actions.stream()
                .filter(one -> one.id().equals(action))
                .map(FormAction::title)
                .findFirst()
                .orElse("");
    }

    @Override
    public List<NodeReport> reports(NodeScope scope) {
        return answer(scope).map(this::report).map(List::of).orElse(List.of());
    }

    private NodeReport report(FormAnswer answer) {
        return switch (answer) {
            case FormAnswer.Submitted submitted ->
                    new NodeReport.FormFilled(
                            filled(submitted),
                            submitted.action(),
                            title(submitted.action()),
                            submitted.values());
            case FormAnswer.Expired expired -> new NodeReport.FormExpired(expired.expiredAt());
        };
    }
}
