package io.holdfast.engine.node.list;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.engine.node.GivenVariables;
import io.holdfast.engine.node.NodeData;
import io.holdfast.engine.node.NodeOutcome;
import io.holdfast.engine.node.NodeStep;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rules of dsl.md 3.18. */
class ListOperatorNodeTest {

    private final GivenVariables variables =
            new GivenVariables()
                    .with("n.words", List.of("pear", "apple", "plum", ""))
                    .with("n.numbers", List.of(3L, 1.5, 20L))
                    .with("n.flags", List.of(true, false))
                    .with("n.files", List.of(file("b.png", 20L), file("a.txt", 3L)))
                    .with("n.objects", List.of(Map.of("a", 1L)))
                    .with("n.empty", List.of())
                    .with("n.letter", "p")
                    .with("n.text", "no list");

    private static Map<String, Object> file(String name, long size) {
        return Map.of(
                "dify_model_identity",
                "__dify__file__",
                "filename",
                name,
                "type",
                name.endsWith("png") ? "image" : "document",
                "size",
                size);
    }

    private NodeOutcome run(String list, Map<String, Object> more) {
        Map<String, @Nullable Object> data = new HashMap<>(more);
        data.put("variable", Arrays.asList(list.split("\\.", -1)));
        return ListOperatorNode.parse(NodeData.of(data)).begin(variables.scope())
                        instanceof NodeStep.Done(NodeOutcome outcome)
                ? outcome
                : NodeOutcome.Failed.of("?", "asked");
    }

    private List<String> result(String list, Map<String, Object> more) {
        if (run(list, more) instanceof NodeOutcome.Succeeded done
                && done.outputs().get("result") instanceof List<?> result) {
            List<String> texts = new ArrayList<>();
            for (Object item : result) {
                texts.add(
                        item instanceof Map<?, ?> file
                                ? String.valueOf(file.get("filename"))
                                : String.valueOf(item));
            }
            return texts;
        }
        throw new AssertionError(run(list, more).toString());
    }

    private static Map<String, Object> filter(String key, String operator, Object value) {
        return Map.of(
                "filter_by",
                Map.of(
                        "enabled",
                        true,
                        "conditions",
                        List.of(
                                Map.of(
                                        "key",
                                        key,
                                        "comparison_operator",
                                        operator,
                                        "value",
                                        value))));
    }

    private String error(String list, Map<String, Object> more) {
        return run(list, more) instanceof NodeOutcome.Failed failed
                ? failed.errorType() + "|" + failed.message()
                : "no error";
    }

    @ParameterizedTest
    @CsvSource({
        "n.words,contains,{{#n.letter#}},pear apple plum",
        "n.words,not contains,pp,'pear plum '",
        "n.words,start with,pl,plum",
        "n.words,end with,r,pear",
        "n.words,is,plum,plum",
        "n.words,in,a plum tree,'plum '",
        "n.words,not empty,'',pear apple plum",
        "n.numbers,>,2,3 20",
        "n.numbers,≤,3,3 1.5",
        "n.numbers,≠,1.5,3 20",
        "n.flags,is,true,true",
        "n.flags,is not,true,false",
    })
    void elementsAreKept(String list, String operator, String value, String kept) {
        assertThat(String.join(" ", result(list, filter("", operator, value)))).isEqualTo(kept);
    }

    @Test
    void filesAreKeptByTheirAttributes() {
        assertThat(result("n.files", filter("name", "end with", ".png"))).containsExactly("b.png");
        assertThat(result("n.files", filter("size", "<", "10"))).containsExactly("a.txt");
        assertThat(result("n.files", filter("type", "in", List.of("image"))))
                .containsExactly("b.png");
        assertThat(result("n.files", filter("type", "not in", List.of("image"))))
                .containsExactly("a.txt");
    }

    @Test
    void oneIsPickedAllAreSortedAndTheFirstAreTaken() {
        assertThat(result("n.words", Map.of("extract_by", Map.of("enabled", true, "serial", "2"))))
                .containsExactly("apple");
        assertThat(
                        result(
                                "n.words",
                                Map.of(
                                        "order_by", Map.of("enabled", true, "value", "desc"),
                                        "limit", Map.of("enabled", true, "size", 2))))
                .containsExactly("plum", "pear");
        assertThat(result("n.numbers", Map.of("order_by", Map.of("enabled", true, "value", "asc"))))
                .containsExactly("1.5", "3", "20");
        assertThat(
                        result(
                                "n.files",
                                Map.of(
                                        "order_by",
                                        Map.of("enabled", true, "key", "name", "value", "asc"))))
                .containsExactly("a.txt", "b.png");
    }

    @Test
    void firstAndLastAreGivenToo() {
        assertThat(run("n.numbers", Map.of()))
                .isInstanceOfSatisfying(
                        NodeOutcome.Succeeded.class,
                        done ->
                                assertThat(done.outputs())
                                        .containsEntry("first_record", 3L)
                                        .containsEntry("last_record", 20L));
        assertThat(run("n.empty", Map.of()))
                .isInstanceOfSatisfying(
                        NodeOutcome.Succeeded.class,
                        done ->
                                assertThat(done.outputs())
                                        .containsEntry("result", List.of())
                                        .containsEntry("first_record", null));
    }

    @Test
    void whatCannotBeDoneIsSaid() {
        assertThat(error("n.gone", Map.of()))
                .isEqualTo("|Variable not found for selector: ['n', 'gone']");
        assertThat(error("n.objects", Map.of()))
                .isEqualTo(
                        "|Variable ['n', 'objects'] is not an array type, actual type:"
                                + " array[object]");
        assertThat(error("n.text", Map.of())).contains("actual type: string");
        assertThat(error("n.words", filter("", "=", "x"))).isEqualTo("|Invalid condition: =");
        assertThat(error("n.numbers", filter("", ">", "many")))
                .isEqualTo("|Invalid filter value: many");
        assertThat(error("n.files", filter("colour", "is", "x"))).isEqualTo("|Invalid key: colour");
        assertThat(error("n.words", Map.of("extract_by", Map.of("enabled", true, "serial", "9"))))
                .isEqualTo("|Invalid serial index: must be <= 4, got 9");
        assertThat(error("n.words", Map.of("extract_by", Map.of("enabled", true, "serial", "0"))))
                .isEqualTo("WorkflowNodeError|Invalid serial index: must be >= 1, got 0");
        assertThat(error("n.words", Map.of("extract_by", Map.of("enabled", true, "serial", "x"))))
                .startsWith("WorkflowNodeError|invalid literal for int()");
    }
}
