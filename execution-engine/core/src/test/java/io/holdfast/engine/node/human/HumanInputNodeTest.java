package io.holdfast.engine.node.human;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.holdfast.engine.dsl.form.InvalidInputException;
import io.holdfast.engine.file.KnownFiles;
import io.holdfast.engine.node.FormAnswer;
import io.holdfast.engine.node.GivenVariables;
import io.holdfast.engine.node.NodeData;
import io.holdfast.engine.node.NodeDataException;
import io.holdfast.engine.node.NodeForm;
import io.holdfast.engine.node.NodeOutcome;
import io.holdfast.engine.node.NodeReport;
import io.holdfast.engine.node.NodeStep;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rules of dsl.md 3.19. */
class HumanInputNodeTest {

    private static final KnownFiles NO_FILES = new KnownFiles(Map.of(), Map.of());

    private final GivenVariables variables =
            new GivenVariables()
                    .with("n.text", "the text")
                    .with("n.list", List.of("big", "small"))
                    .with("n.object", Map.of("a", 1L));

    private static Map<String, @Nullable Object> data() {
        Map<String, @Nullable Object> data = new HashMap<>();
        data.put("form_content", "See {{#n.text#}}: {{#$output.why#}} {{#$output.proof#}}");
        data.put(
                "inputs",
                List.of(
                        Map.of(
                                "type",
                                "paragraph",
                                "output_variable_name",
                                "why",
                                "default",
                                Map.of("type", "variable", "selector", List.of("n", "object"))),
                        Map.of(
                                "type",
                                "select",
                                "output_variable_name",
                                "size",
                                "option_source",
                                Map.of("type", "variable", "selector", List.of("n", "list"))),
                        Map.of(
                                "type",
                                "file-list",
                                "output_variable_name",
                                "proof",
                                "number_limits",
                                2)));
        data.put("user_actions", List.of(Map.of("id", "ok", "title", "Fine")));
        return data;
    }

    private NodeForm form(Map<String, @Nullable Object> data) {
        return HumanInputNode.parse(NodeData.of(data)).begin(variables.scope())
                        instanceof NodeStep.Fill(NodeForm form)
                ? form
                : new NodeForm("no form", List.of(), List.of(), Map.of(), false, 0);
    }

    @Test
    void theFormShowsTheValuesOfTheRun() {
        NodeForm form = form(data());

        assertThat(form.content()).isEqualTo("See the text: {{#$output.why#}} {{#$output.proof#}}");
        assertThat(form.defaults()).isEqualTo(Map.of("why", "{\"a\": 1}"));
        assertThat(form.inputs().get(1).get("option_source"))
                .isEqualTo(
                        Map.of(
                                "type",
                                "variable",
                                "selector",
                                List.of("n", "list"),
                                "value",
                                List.of("big", "small")));
        assertThat(form.actions())
                .containsExactly(Map.of("id", "ok", "title", "Fine", "button_style", "default"));
        assertThat(form.validFor()).isEqualTo(Duration.ofHours(36));
        assertThat(form.inWebApp()).isFalse();
    }

    @Test
    void theAnswerIsTheOutcome() {
        HumanInputNode node = HumanInputNode.parse(NodeData.of(data()));
        Map<String, Object> file = Map.of("dify_model_identity", "__dify__file__");
        FormAnswer answer =
                new FormAnswer.Submitted(
                        form(data()).content(),
                        "ok",
                        Map.of("why", "$1 \\ because", "proof", List.of(file, file)));
        var scope = variables.scope(List.of(answer.note()));

        assertThat(node.begin(scope))
                .isInstanceOfSatisfying(
                        NodeStep.Done.class,
                        done ->
                                assertThat(done.outcome())
                                        .isInstanceOfSatisfying(
                                                NodeOutcome.Succeeded.class,
                                                end -> {
                                                    assertThat(end.handle()).isEqualTo("ok");
                                                    assertThat(end.outputs())
                                                            .containsEntry("__action_value", "Fine")
                                                            .containsEntry("why", "$1 \\ because")
                                                            .containsEntry(
                                                                    "__rendered_content",
                                                                    "See the text: $1 \\ because"
                                                                            + " [2 files]");
                                                }));
        assertThat(node.reports(scope)).singleElement().isInstanceOf(NodeReport.FormFilled.class);
    }

    @Test
    void whatDoesNotFitTheFormIsRefusedInWords() {
        NodeForm form = form(data());
        FormSubmission submission =
                new FormSubmission(form.content(), form.inputs(), form.actions());
        Map<String, @Nullable Object> good =
                Map.of("why", "w", "size", "big", "proof", List.of(), "more", "dropped");

        assertThat(submission.accept("ok", good, NO_FILES).values())
                .isEqualTo(Map.of("why", "w", "size", "big", "proof", List.of()));
        refused(submission, "no", good, "Invalid action: no");
        refused(submission, "ok", Map.of("size", "big"), "Missing required inputs: why, proof");
        refused(submission, "ok", with(good, "why", 3L), "input why: expected a string");
        refused(submission, "ok", with(good, "size", "huge"), "input size: expected one of");
        refused(
                submission,
                "ok",
                with(good, "proof", List.of(Map.of(), Map.of(), Map.of())),
                "input proof: expected at most 2 files");
        refused(submission, "ok", with(good, "proof", "x"), "input proof: expected a list");
        refused(
                submission,
                "ok",
                with(good, "proof", List.of(Map.of("transfer_method", "local_file"))),
                "Invalid upload file id");
    }

    private static Map<String, @Nullable Object> with(
            Map<String, @Nullable Object> values, String name, Object value) {
        Map<String, @Nullable Object> changed = new HashMap<>(values);
        changed.put(name, value);
        return changed;
    }

    private static void refused(
            FormSubmission submission,
            String action,
            Map<String, @Nullable Object> values,
            String message) {
        assertThatThrownBy(() -> submission.accept(action, values, NO_FILES))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining(message);
    }

    @ParameterizedTest
    @CsvSource({
        "timeout, 0, timeout must be from 1",
        "timeout_unit, week, timeout_unit must be",
        "action, a-b, identifier",
        "action, abcdefghijklmnopqrstu, at most 20",
        "output, 1st, identifier"
    })
    void whatCannotWorkIsRefusedWhenItComesIn(String field, String value, String message) {
        Map<String, @Nullable Object> data = data();
        switch (field) {
            case "action" -> data.put("user_actions", List.of(Map.of("id", value, "title", "T")));
            case "output" ->
                    data.put(
                            "inputs",
                            List.of(Map.of("type", "paragraph", "output_variable_name", value)));
            default -> data.put(field, value);
        }
        assertThatThrownBy(() -> HumanInputNode.parse(NodeData.of(data)))
                .isInstanceOf(NodeDataException.class)
                .hasMessageContaining(message);
    }

    @Test
    void namesMustNotBeThereTwice() {
        Map<String, @Nullable Object> data = data();
        Map<String, Object> action = Map.of("id", "ok", "title", "Fine");
        data.put("user_actions", List.of(action, action));

        assertThatThrownBy(() -> HumanInputNode.parse(NodeData.of(data)))
                .hasMessage("action id ok is there twice");
    }
}
