package io.holdfast.engine.node.assigner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.holdfast.engine.dsl.ErrorPolicy;
import io.holdfast.engine.dsl.NodeDefinition;
import io.holdfast.engine.node.GivenVariables;
import io.holdfast.engine.node.NodeDataException;
import io.holdfast.engine.node.NodeLogic;
import io.holdfast.engine.node.NodeOutcome;
import io.holdfast.engine.node.NodeStep;
import io.holdfast.engine.node.VariableUpdate;
import io.holdfast.engine.value.Selector;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The tables of dsl.md 3.11. */
class AssignerNodeTest {

    private final GivenVariables variables =
            new GivenVariables()
                    .with("conversation.text", "old")
                    .with("conversation.count", 4L)
                    .with("conversation.flag", true)
                    .with("conversation.map", Map.of("a", 1L))
                    .with("conversation.list", List.of("x", "y"))
                    .with("conversation.none", List.of())
                    .with("n.text", "new")
                    .with("n.number", 2.5)
                    .with("n.list", List.of("z"))
                    .with("n.numbers", List.of(1L))
                    .with("n.null", null);

    private static Map<String, @Nullable Object> item(
            String target, String input, String operation, @Nullable Object value) {
        Map<String, @Nullable Object> item = new HashMap<>();
        item.put("variable_selector", Arrays.asList(target.split("\\.", -1)));
        item.put("input_type", input);
        item.put("operation", operation);
        item.put("value", value);
        return item;
    }

    private static NodeLogic node(Map<String, ? extends @Nullable Object> data) {
        return AssignerNode.parse(
                new NodeDefinition(
                        "as", "assigner", "As", "2", null, new HashMap<>(data), ErrorPolicy.NONE));
    }

    private NodeOutcome run(Map<String, Object> data) {
        return node(data).begin(variables.scope()) instanceof NodeStep.Done(NodeOutcome outcome)
                ? outcome
                : NodeOutcome.Failed.of("?", "asked");
    }

    private NodeOutcome items(Object... items) {
        return run(Map.of("items", List.of(items)));
    }

    private @Nullable Object valueOf(String target, String operation, @Nullable Object constant) {
        return values(items(item(target, "constant", operation, constant))).getFirst();
    }

    private static List<@Nullable Object> values(NodeOutcome outcome) {
        if (outcome instanceof NodeOutcome.Succeeded done) {
            List<@Nullable Object> values = new ArrayList<>();
            done.updates().forEach(update -> values.add(update.value()));
            return values;
        }
        throw new AssertionError(outcome.toString());
    }

    private static String error(NodeOutcome outcome) {
        return outcome instanceof NodeOutcome.Failed failed ? failed.message() : "no error";
    }

    @Test
    void constantsReplaceAndCount() {
        assertThat(valueOf("conversation.text", "set", "a")).isEqualTo("a");
        assertThat(valueOf("conversation.text", "over-write", "b")).isEqualTo("b");
        assertThat(valueOf("conversation.map", "set", "{\"b\": 2}")).isEqualTo(Map.of("b", 2L));
        assertThat(valueOf("conversation.flag", "set", false)).isEqualTo(false);
        assertThat(valueOf("conversation.count", "+=", 3L)).isEqualTo(7L);
        assertThat(valueOf("conversation.count", "-=", 1.5)).isEqualTo(2.5);
        assertThat(valueOf("conversation.count", "*=", 2L)).isEqualTo(8L);
        assertThat(valueOf("conversation.count", "/=", 2L)).isEqualTo(2.0);
    }

    @Test
    void clearingLeavesTheZeroOfTheType() {
        assertThat(valueOf("conversation.text", "clear", null)).isEqualTo("");
        assertThat(valueOf("conversation.count", "clear", null)).isEqualTo(0L);
        assertThat(valueOf("conversation.flag", "clear", null)).isEqualTo(false);
        assertThat(valueOf("conversation.map", "clear", null)).isEqualTo(Map.of());
        assertThat(valueOf("conversation.list", "clear", null)).isEqualTo(List.of());
    }

    @Test
    void arraysGrowAndShrink() {
        assertThat(values(items(item("conversation.list", "variable", "append", sel("n.text")))))
                .containsExactly(List.of("x", "y", "new"));
        assertThat(values(items(item("conversation.list", "variable", "extend", sel("n.list")))))
                .containsExactly(List.of("x", "y", "z"));
        assertThat(valueOf("conversation.list", "remove-first", null)).isEqualTo(List.of("y"));
        assertThat(valueOf("conversation.list", "remove-last", null)).isEqualTo(List.of("x"));
        assertThat(valueOf("conversation.none", "remove-last", null)).isEqualTo(List.of());
    }

    private static List<String> sel(String dotted) {
        return Arrays.asList(dotted.split("\\.", -1));
    }

    @Test
    void laterItemsSeeWhatEarlierOnesWrote() {
        NodeOutcome outcome =
                items(
                        item("conversation.count", "constant", "+=", 1L),
                        item("conversation.count", "constant", "*=", 10L),
                        item("conversation.text", "variable", "over-write", sel("n.text")));

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        NodeOutcome.Succeeded.class,
                        done -> {
                            assertThat(done.updates())
                                    .containsExactly(
                                            VariableUpdate.of(
                                                    Selector.of("conversation", "count"), 50L),
                                            VariableUpdate.of(
                                                    Selector.of("conversation", "text"), "new"));
                            assertThat(done.outputs()).isEmpty();
                            assertThat(done.processData())
                                    .containsEntry("count", 50L)
                                    .containsKey("__updated_variables");
                        });
    }

    @Test
    void aNullSourceLeavesTheTargetAlone() {
        assertThat(
                        values(
                                items(
                                        item(
                                                "conversation.text",
                                                "variable",
                                                "over-write",
                                                sel("n.null")))))
                .isEmpty();
    }

    @Test
    void oneFaultWritesNothing() {
        NodeOutcome outcome =
                items(
                        item("conversation.count", "constant", "+=", 1L),
                        item("conversation.count", "constant", "/=", 0L));

        assertThat(error(outcome)).isEqualTo("Invalid input value 0");
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        NodeOutcome.Failed.class,
                        failed -> assertThat(failed.errorType()).isEmpty());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    conversation.gone | constant | set | Variable ['conversation', 'gone'] not found
                    conversation.text | constant | += | Operation += is not supported for type string
                    conversation.list | constant | set | Operation set is not supported for type array[string]
                    conversation.text | constant | append | Operation append is not supported for type string
                    conversation.list | constant | append | Input type constant is not supported for operation append
                    conversation.count | variable | += | Input type variable is not supported for operation +=
                    conversation.count | constant | over-write | Invalid input value 1
                    """)
    void whatDoesNotFitIsRefused(String target, String input, String operation, String message) {
        assertThat(error(items(item(target, input, operation, "1")))).isEqualTo(message);
    }

    @Test
    void elementsMustFitTheArray() {
        assertThat(error(items(item("conversation.list", "variable", "append", sel("n.number")))))
                .isEqualTo("Invalid input value 2.5");
        assertThat(error(items(item("conversation.list", "variable", "extend", sel("n.numbers")))))
                .isEqualTo("Invalid input value [1]");
    }

    @Test
    void theFirstVersionWritesOneVariable() {
        Map<String, Object> data =
                Map.of(
                        "assigned_variable_selector", sel("conversation.list"),
                        "input_variable_selector", sel("n.number"));

        assertThat(values(run(with(data, "over-write")))).containsExactly(2.5);
        assertThat(values(run(with(data, "append")))).containsExactly(List.of("x", "y", 2.5));
        assertThat(values(run(with(data, "clear")))).containsExactly(List.of());
    }

    private static Map<String, Object> with(Map<String, Object> data, String mode) {
        Map<String, Object> all = new HashMap<>(data);
        all.put("write_mode", mode);
        return all;
    }

    @Test
    void theFirstVersionSaysWhatIsMissing() {
        assertThat(
                        error(
                                run(
                                        Map.of(
                                                "assigned_variable_selector",
                                                sel("conversation.gone"),
                                                "input_variable_selector",
                                                sel("n.text")))))
                .isEqualTo("assigned variable not found");
        assertThat(
                        error(
                                run(
                                        Map.of(
                                                "assigned_variable_selector",
                                                sel("conversation.text"),
                                                "input_variable_selector",
                                                sel("n.gone")))))
                .isEqualTo("input value not found");
    }

    @Test
    void anUnknownOperationIsRefusedAtImport() {
        assertThatThrownBy(() ->
                        node(
                                Map.of(
                                        "items",
                                        List.of(
                                                item(
                                                        "conversation.text",
                                                        "constant",
                                                        "twist",
                                                        "x")))))
                .isInstanceOf(NodeDataException.class)
                .hasMessage("operation 'twist' is not known");
    }

    @Test
    void whatIsWrittenIsKnownBefore() {
        assertThat(
                        node(Map.of(
                                        "items",
                                        List.of(item("conversation.text", "constant", "set", "x"))))
                                .writes())
                .containsExactly(Selector.of("conversation", "text"));
    }
}
