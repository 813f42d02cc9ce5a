package io.holdfast.engine.node.extractor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.holdfast.engine.node.GivenVariables;
import io.holdfast.engine.node.NodeAnswer;
import io.holdfast.engine.node.NodeData;
import io.holdfast.engine.node.NodeDataException;
import io.holdfast.engine.node.NodeOutcome;
import io.holdfast.engine.node.NodeStep;
import io.holdfast.engine.node.llm.ModelReply;
import io.holdfast.engine.node.llm.ModelRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The rules of dsl.md 3.14. */
class ParameterExtractorNodeTest {

    private final GivenVariables variables =
            new GivenVariables().with("sys.query", "Two to Oslo, please").with("n.unit", "persons");

    private static Map<String, Object> parameter(String name, String type, boolean required) {
        return Map.of(
                "name", name, "type", type, "description", "the " + name, "required", required);
    }

    private static NodeData data(Object... parameters) {
        return NodeData.of(
                Map.of(
                        "query", List.of("sys", "query"),
                        "model", Map.of("provider", "p", "name", "m", "mode", "chat"),
                        "instruction", "Count {{#n.unit#}}",
                        "reasoning_mode", "prompt",
                        "parameters", List.of(parameters)));
    }

    private NodeStep.Ask<?> asked(NodeData data) {
        if (ParameterExtractorNode.parse(data).begin(variables.scope())
                instanceof NodeStep.Ask<?> ask) {
            return ask;
        }
        throw new AssertionError("nothing was asked");
    }

    @SuppressWarnings("unchecked") // an extractor's answer is a model's reply
    private Map<String, @Nullable Object> outputs(String text, NodeData data) {
        NodeAnswer outcome =
                ((NodeStep.Ask<ModelReply>) asked(data))
                        .meaning()
                        .apply(
                                new ModelReply(
                                        List.of(), text, "", "stop", Map.of(), Optional.empty()));
        if (outcome instanceof NodeOutcome.Succeeded done) {
            return done.outputs();
        }
        throw new AssertionError(outcome.toString());
    }

    @Test
    void theModelIsToldTheTextAndTheSchema() {
        ModelRequest request =
                (ModelRequest) asked(data(parameter("city", "string", true))).request();

        assertThat(request.query().orElseThrow().text())
                .contains("Two to Oslo, please")
                .contains("\"required\": [\"city\"]")
                .contains("Count persons");
    }

    @Test
    void valuesAreTakenOutOfTheFirstObjectAndCoerced() {
        assertThat(
                        outputs(
                                "Here: {\"city\": \"Os}lo\", \"seats\": \"2\", \"window\":"
                                        + " \"yes\", \"tags\": [\"a\", 1, null]} and {\"city\": 1}",
                                data(
                                        parameter("city", "string", true),
                                        parameter("seats", "number", true),
                                        parameter("window", "bool", false),
                                        parameter("tags", "array[string]", false))))
                .containsEntry("city", "Os}lo")
                .containsEntry("seats", 2L)
                .containsEntry("window", true)
                .containsEntry("tags", List.of("a"))
                .containsEntry("__is_success", 1L)
                .containsEntry("__reason", null)
                .containsKey("__usage");
    }

    @Test
    void whatIsMissingOrWrongIsNoFailureButSaid() {
        NodeData data =
                data(parameter("city", "string", true), parameter("seats", "number", false));

        assertThat(outputs("{\"seats\": 2}", data))
                .containsEntry("__is_success", 0L)
                .containsEntry("__reason", "Parameter city is required")
                .containsEntry("city", "")
                .containsEntry("seats", 2L);
        assertThat(outputs("{\"city\": \"x\", \"seats\": \"many\"}", data))
                .containsEntry("__reason", "Invalid number value for parameter seats")
                .containsEntry("seats", 0L);
        assertThat(outputs("I found nothing", data))
                .containsEntry("__is_success", 0L)
                .containsEntry("city", "");
    }

    @Test
    void aChoiceMustBeOneOfItsOptions() {
        Map<String, Object> choice =
                Map.of(
                        "name",
                        "size",
                        "type",
                        "select",
                        "required",
                        true,
                        "options",
                        List.of("S", "M"));

        assertThat(outputs("{\"size\": \"M\"}", data(choice))).containsEntry("__is_success", 1L);
        assertThat(outputs("{\"size\": \"XL\"}", data(choice)))
                .containsEntry("__reason", "Parameter size must be one of [S, M]");
    }

    @Test
    void reservedNamesAreRefused() {
        assertThatThrownBy(() ->
                        ParameterExtractorNode.parse(data(parameter("__reason", "string", false))))
                .isInstanceOf(NodeDataException.class)
                .hasMessage("Invalid parameter name, __reason is reserved");
    }
}
