package io.holdfast.engine.node.tool;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.engine.node.GivenVariables;
import io.holdfast.engine.node.NodeData;
import io.holdfast.engine.node.NodeOutcome;
import io.holdfast.engine.node.NodeStep;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The rules of dsl.md 3.15. */
class ToolNodeTest {

    private final GivenVariables variables =
            new GivenVariables().with("n.city", "Oslo").with("n.list", List.of(1L, 2L));

    private static Map<String, @Nullable Object> data(Map<String, Object> parameters) {
        Map<String, @Nullable Object> data = new HashMap<>();
        data.put("provider_id", "langgenius/weather/weather");
        data.put("provider_type", "builtin");
        data.put("tool_name", "forecast");
        data.put("tool_parameters", parameters);
        data.put("tool_configurations", Map.of("units", "metric", "days", 3L));
        return data;
    }

    private NodeStep begin(Map<String, @Nullable Object> data) {
        return ToolNode.parse(NodeData.of(data)).begin(variables.scope());
    }

    private ToolRequest request(Map<String, @Nullable Object> data) {
        if (begin(data) instanceof NodeStep.Ask<?> ask
                && ask.request() instanceof ToolRequest request) {
            return request;
        }
        throw new AssertionError("nothing was asked");
    }

    @Test
    void argumentsAreTextsAndVariables() {
        ToolRequest request =
                request(
                        data(
                                Map.of(
                                        "place",
                                        Map.of("type", "mixed", "value", "in {{#n.city#}}"),
                                        "many",
                                        Map.of("type", "variable", "value", List.of("n", "list")),
                                        "count",
                                        Map.of("type", "constant", "value", 2L))));

        assertThat(request.provider()).isEqualTo("langgenius/weather/weather");
        assertThat(request.tool()).isEqualTo("forecast");
        assertThat(request.arguments())
                .containsEntry("place", "in Oslo")
                .containsEntry("many", List.of(1L, 2L))
                .containsEntry("count", "2")
                .containsEntry("units", "metric")
                .containsEntry("days", "3");
    }

    @Test
    void aVariableThatIsMissingIsLeftOutUnlessTheToolNeedsIt() {
        Map<String, @Nullable Object> data =
                data(Map.of("place", Map.of("type", "variable", "value", List.of("n", "gone"))));

        assertThat(request(data).arguments()).doesNotContainKey("place");

        data.put("paramSchemas", List.of(Map.of("name", "place", "required", true)));
        assertThat(begin(data))
                .isInstanceOfSatisfying(
                        NodeStep.Done.class,
                        done ->
                                assertThat(done.outcome())
                                        .isEqualTo(
                                                NodeOutcome.Failed.of(
                                                                "ToolParameterError",
                                                                "Variable ['n', 'gone'] does not"
                                                                        + " exist")
                                                        .withInputs(
                                                                Map.of(
                                                                        "units", "metric", "days",
                                                                        "3"))));
    }

    @Test
    void outputsAreThereEvenWhenTheToolGivesTextAlone() {
        if (begin(data(Map.of())) instanceof NodeStep.Ask<?> ask) {
            assertThat(outcome(ask, ToolReply.of("sunny")))
                    .isInstanceOfSatisfying(
                            NodeOutcome.Succeeded.class,
                            done ->
                                    assertThat(done.outputs())
                                            .containsEntry("text", "sunny")
                                            .containsEntry("files", List.of())
                                            .containsEntry(
                                                    "json", List.of(Map.of("data", List.of()))));
        } else {
            throw new AssertionError("nothing was asked");
        }
    }

    @SuppressWarnings("unchecked") // a tool node's answer is a reply
    private static NodeOutcome outcome(NodeStep.Ask<?> ask, ToolReply reply) {
        return (NodeOutcome) ((NodeStep.Ask<ToolReply>) ask).meaning().apply(reply);
    }
}
