package io.holdfast.engine.node.classifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.holdfast.engine.node.GivenVariables;
import io.holdfast.engine.node.NodeData;
import io.holdfast.engine.node.NodeDataException;
import io.holdfast.engine.node.NodeOutcome;
import io.holdfast.engine.node.NodeStep;
import io.holdfast.engine.node.llm.ModelReply;
import io.holdfast.engine.node.llm.ModelRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules of dsl.md 3.5. */
class QuestionClassifierNodeTest {

    private final GivenVariables variables =
            new GivenVariables().with("sys.query", "Where is my parcel?").with("n.word", "orders");

    private static Map<String, @Nullable Object> data() {
        Map<String, @Nullable Object> data = new HashMap<>();
        data.put("query_variable_selector", List.of("sys", "query"));
        data.put("model", Map.of("provider", "p", "name", "m", "mode", "chat"));
        data.put(
                "classes",
                List.of(
                        Map.of("id", "1", "name", "small talk"),
                        Map.of("id", "17", "name", "about {{#n.word#}}", "label", "Orders")));
        data.put("instruction", "Mind the {{#n.word#}}");
        return data;
    }

    private NodeStep.Ask<?> asked(Map<String, @Nullable Object> data) {
        if (QuestionClassifierNode.parse(NodeData.of(data)).begin(variables.scope())
                instanceof NodeStep.Ask<?> ask) {
            return ask;
        }
        throw new AssertionError("nothing was asked");
    }

    @SuppressWarnings("unchecked") // a classifier's answer is a model's reply
    private NodeOutcome answer(String text) {
        return (NodeOutcome)
                ((NodeStep.Ask<ModelReply>) asked(data()))
                        .meaning()
                        .apply(
                                new ModelReply(
                                        List.of(),
                                        text,
                                        "",
                                        "stop",
                                        Map.of("total_tokens", 7L),
                                        Optional.empty()));
    }

    @Test
    void theModelIsToldTheTextTheClassesAndTheInstruction() {
        ModelRequest request = (ModelRequest) asked(data()).request();

        assertThat(request.messages())
                .extracting(message -> message.role())
                .containsExactly("system", "user", "assistant", "user", "assistant");
        assertThat(request.query().orElseThrow().text())
                .contains("Where is my parcel?")
                .contains("\"category_id\": \"17\"")
                .contains("about orders")
                .contains("Mind the orders");
        assertThat(request.separateReasoning()).isTrue();
    }

    @Test
    void aMissingTextIsEmpty() {
        Map<String, @Nullable Object> data = data();
        data.put("query_variable_selector", List.of("n", "gone"));

        ModelRequest request = (ModelRequest) asked(data).request();

        assertThat(request.query().orElseThrow().text()).contains("\"input_text\": \"\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"category_id\": \"17\", \"category_name\": \"about orders\"}",
                "Sure:\n```json\n{\"category_id\": 17, \"category_name\": \"x\"}\n```",
            })
    void theClassThatIsNamedIsTaken(String text) {
        assertThat(answer(text))
                .isInstanceOfSatisfying(
                        NodeOutcome.Succeeded.class,
                        done -> {
                            assertThat(done.handle()).isEqualTo("17");
                            assertThat(done.outputs())
                                    .containsEntry("class_name", "about orders")
                                    .containsEntry("class_label", "Orders")
                                    .containsEntry("class_id", "17")
                                    .containsKey("usage");
                            assertThat(done.totalTokens()).isEqualTo(7);
                        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"category_id\": \"99\", \"category_name\": \"none\"}",
                "{\"category_id\": \"17\"}",
                "{}",
            })
    void withoutOneTheFirstIsTaken(String text) {
        assertThat(answer(text))
                .isInstanceOfSatisfying(
                        NodeOutcome.Succeeded.class,
                        done -> {
                            assertThat(done.handle()).isEqualTo("1");
                            assertThat(done.outputs()).containsEntry("class_label", "CLASS 1");
                        });
    }

    @Test
    void anAnswerThatIsNoJsonFails() {
        assertThat(answer("orders, I think"))
                .isInstanceOfSatisfying(
                        NodeOutcome.Failed.class,
                        failed -> {
                            assertThat(failed.errorType()).isEqualTo("ValueError");
                            assertThat(failed.message())
                                    .isEqualTo("could not find json block in the output.");
                        });
        assertThat(answer("{category: 17}"))
                .isInstanceOfSatisfying(
                        NodeOutcome.Failed.class,
                        failed -> {
                            assertThat(failed.errorType()).isEqualTo("OutputParserError");
                            assertThat(failed.message())
                                    .startsWith("got invalid json object. error: ");
                        });
    }

    @Test
    void aNodeWithoutClassesIsRefused() {
        Map<String, @Nullable Object> data = data();
        data.put("classes", List.of());

        assertThatThrownBy(() -> QuestionClassifierNode.parse(NodeData.of(data)))
                .isInstanceOf(NodeDataException.class)
                .hasMessage("classes must not be empty");
    }
}
