package io.holdfast.engine.node.llm;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.engine.node.GivenVariables;
import io.holdfast.engine.node.NodeData;
import io.holdfast.engine.node.NodeLogic;
import io.holdfast.engine.node.NodeOutcome;
import io.holdfast.engine.node.NodeStep;
import io.holdfast.engine.node.classifier.QuestionClassifierNode;
import io.holdfast.engine.node.extractor.ParameterExtractorNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** References in completion parameters (dsl.md 3.3). */
class ModelChoiceTest {

    private static final Map<String, Function<NodeData, NodeLogic>> NODES =
            Map.of(
                    "llm", LlmNode::parse,
                    "question-classifier", QuestionClassifierNode::parse,
                    "parameter-extractor", ParameterExtractorNode::parse);

    private final GivenVariables given =
            new GivenVariables()
                    .with("s.heat", 0.5)
                    .with("s.seed", "42")
                    .with("s.json", "true")
                    .with("s.format", "json_object")
                    .with("s.huge", "1e999")
                    .with("s.long", "x".repeat(1024));

    private NodeStep begin(String node, Map<String, @Nullable Object> parameters) {
        Map<String, @Nullable Object> data = new LinkedHashMap<>();
        data.put(
                "model",
                Map.of(
                        "provider",
                        "p",
                        "name",
                        "m",
                        "mode",
                        "chat",
                        "completion_params",
                        parameters));
        data.put("prompt_template", List.of(Map.of("role", "user", "text", "Hi")));
        data.put("classes", List.of(Map.of("id", "1", "name", "one")));
        return Objects.requireNonNull(NODES.get(node))
                .apply(new NodeData(node, data))
                .begin(given.scope());
    }

    private Map<String, @Nullable Object> sent(
            String node, Map<String, @Nullable Object> parameters) {
        return ((ModelRequest) ((NodeStep.Ask<?>) begin(node, parameters)).request())
                .model()
                .parameters();
    }

    @ParameterizedTest
    @ValueSource(strings = {"llm", "question-classifier", "parameter-extractor"})
    void aParameterMayNameAVariable(String node) {
        assertThat(
                        sent(
                                node,
                                Map.of(
                                        "temperature", "{{#s.heat#}}",
                                        "seed", "{{#s.seed#}}",
                                        "enable_thinking", "{{#s.json#}}",
                                        "response_format", "{{#s.format#}}",
                                        "top_p", 1L)))
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of(
                                "temperature",
                                0.5,
                                "seed",
                                42L,
                                "enable_thinking",
                                true,
                                "response_format",
                                "json_object",
                                "top_p",
                                1L));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "7, 7",
                "true, true",
                "{{#s.gone#}}, s.gone",
                "{{#s.seed#}}{{#s.seed#}}, 4242",
                "seed {{#s.seed#}}, seed 42",
                "[{{#s.seed#}}], [42]",
                "{{#s.huge#}}, 1e999"
            })
    void onlyWhatHasAReferenceIsRead(String written, String sent) {
        Object value = sent("llm", Map.of("p", written)).get("p");

        assertThat(value).hasToString(sent);
        assertThat(value instanceof Number).isEqualTo(sent.equals("4242"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"llm", "question-classifier", "parameter-extractor"})
    void aParameterPastTheLimitFailsTheNode(String node) {
        assertThat(sent(node, Map.of("user", "{{#s.long#}}")).get("user"))
                .isEqualTo("x".repeat(1024));

        assertThat(begin(node, Map.of("user", "{{#s.long#}}y")))
                .isInstanceOfSatisfying(
                        NodeStep.Done.class,
                        done ->
                                assertThat(done.outcome())
                                        .isInstanceOfSatisfying(
                                                NodeOutcome.Failed.class,
                                                failed -> {
                                                    assertThat(failed.errorType())
                                                            .isEqualTo("ValueError");
                                                    assertThat(failed.message())
                                                            .contains("user", "1025", "1024");
                                                }));
    }

    @Test
    void stopWordsAreNoParameters() {
        NodeStep.Ask<?> ask =
                (NodeStep.Ask<?>) begin("llm", Map.of("stop", List.of("{{#s.seed#}}")));

        assertThat(((ModelRequest) ask.request()).model().stop()).containsExactly("{{#s.seed#}}");
    }
}
