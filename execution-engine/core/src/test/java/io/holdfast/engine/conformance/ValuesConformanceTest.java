package io.holdfast.engine.conformance;

import static io.holdfast.engine.conformance.AppFile.chatflow;
import static io.holdfast.engine.conformance.AppFile.condition;
import static io.holdfast.engine.conformance.AppFile.selector;
import static io.holdfast.engine.conformance.AppFile.workflow;
import static io.holdfast.engine.conformance.Replies.prompt;
import static io.holdfast.engine.conformance.Replies.returned;
import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.contracts.run.RunStatus;
import io.holdfast.engine.node.code.CodeRequest;
import io.holdfast.engine.run.RunStory;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Values: missing ones, null, how they render and compare (dsl.md 7.1.1 to 7.1.11). */
class ValuesConformanceTest {

    private static final String ALL =
            "o:object s:array[string] n:array[number] e:array[number] f:number z:string b:boolean";
    private static final String VALUES =
            "{'o': {'a': 1, 'b': [true]}, 's': ['x', 'y'], 'n': [1, 2.5], 'e': [], 'f': 3.0,"
                    + " 'z': null, 'b': true}";

    @Test
    void point01_aMissingVariableDiffersByNode() {
        assertThat(chatflow().start().answer("A", "{{#X.y#}}").chain("S", "A").run().finished())
                .satisfies(end -> assertThat(end.outputs()).containsEntry("answer", "X.y"));
        assertThat(chatflow().start().llm("L", "{{#X.y#}}").chain("S", "L").run().finished())
                .satisfies(end -> assertThat(end.error()).isEqualTo("Variable #X.y# not found"))
                .satisfies(end -> assertThat(end.errorType()).isEqualTo("VariableNotFoundError"));
        assertThat(workflow().start().check("I", "X.y", "is", "1").chain("S", "I").run().finished())
                .satisfies(
                        end -> assertThat(end.error()).isEqualTo("Variable ['X', 'y'] not found"));
        assertThat(workflow().start().end("E", "o=X.y").chain("S", "E").run().finished().outputs())
                .isEqualTo(Collections.singletonMap("o", null));
        String argument = "'variables': [{'variable': 'v', 'value_selector': ['X', 'y']}]";
        RunStory code = workflow().start().code("C", "r:string", argument).chain("S", "C").run();
        assertThat(((CodeRequest) code.asks("C")).inputs())
                .isEqualTo(Collections.singletonMap("v", null));
        assertThat(
                        workflow()
                                .start()
                                .node(
                                        "T",
                                        "template-transform",
                                        argument + ", 'template': '{{ v }}'")
                                .end("E", "o=T.output")
                                .chain("S", "T", "E")
                                .run()
                                .finished()
                                .outputs())
                .isEqualTo(Map.of("o", "None"));
        assertThat(
                        workflow()
                                .start()
                                .iteration("IT", "X.y", "K.r")
                                .code("K", "r:string")
                                .chain("ITstart", "K")
                                .outside()
                                .chain("S", "IT")
                                .run()
                                .finished()
                                .error())
                .isEqualTo("iterator variable ['X', 'y'] not found");
    }

    @Test
    void point02_nullIsFoundAndNotMissing() {
        RunStory story =
                workflow()
                        .start()
                        .code("C", "z:string")
                        .code("D", "r:string")
                        .node(
                                "G",
                                "variable-aggregator",
                                "'variables': [%s, %s]".formatted(selector("C.z"), selector("D.r")))
                        .check("I", "C.z", "null", "")
                        .iteration("IT", "C.z", "K.r")
                        .code("K", "r:string")
                        .chain("ITstart", "K")
                        .outside()
                        .end("E", "g=G.output", "i=I.result", "l=IT.output")
                        .chain("S", "C", "D", "G", "I")
                        .edge("I", "true", "IT")
                        .chain("IT", "E")
                        .run()
                        .replies("C", returned("{'z': null}"))
                        .replies("D", returned("{'r': 'second'}"));

        Map<String, Object> outputs = new java.util.LinkedHashMap<>(story.finished().outputs());
        assertThat(outputs)
                .containsEntry("g", null)
                .containsEntry("i", true)
                .containsEntry("l", List.of());
    }

    @Test
    void point03_textOfArraysDependsOnTheirElements() {
        assertThat(inPrompt("{{#C.s#}}|{{#C.n#}}|{{#C.e#}}")).isEqualTo("[\"x\", \"y\"]|[1, 2.5]|");
    }

    @Test
    void point04_booleansAndFloatsRenderAsPythonDoes() {
        assertThat(inPrompt("{{#C.b#}}|{{#C.f#}}")).isEqualTo("True|3.0");
    }

    @Test
    void point05_answersRenderMarkdownAndPromptsText() {
        assertThat(inPrompt("{{#C.o#}} {{#C.s#}}"))
                .isEqualTo("{\"a\": 1, \"b\": [true]} [\"x\", \"y\"]");
        assertThat(inAnswer("{{#C.o#}} {{#C.s#}}"))
                .isEqualTo("{\n  \"a\": 1,\n  \"b\": [\n    true\n  ]\n} - x\n- y");
    }

    @Test
    void point07_referencesAreAsciiAndSelectorsAreNot() {
        RunStory story =
                chatflow()
                        .start()
                        .code("my-node", "r:string")
                        .node(
                                "G",
                                "variable-aggregator",
                                "'variables': [" + selector("my-node.r") + "]")
                        .answer("A", "{{#my-node.r#}} {{#G.output#}}")
                        .chain("S", "my-node", "G", "A")
                        .run()
                        .replies("my-node", returned("{'r': 'there'}"));

        assertThat(story.finished().outputs()).containsEntry("answer", "{{#my-node.r#}} there");
    }

    @ParameterizedTest
    @CsvSource({
        "3, is, 3, Invalid actual value type: string or boolean",
        "'\"3\"', =, 3, Invalid actual value type: number or boolean",
        "null, ≠, 3, false",
        "null, is not, x, false",
    })
    void point08_operatorsAreForTheirTypes(
            String value, String operator, String expected, String result) {
        assertThat(compared(value, operator, expected)).isEqualTo(result);
    }

    @ParameterizedTest
    @CsvSource({"0", "0.0", "false", "{}", "[]", "'\"\"'", "null"})
    void point09_emptyIsWhatPythonCallsFalse(String value) {
        assertThat(compared(value, "empty", "")).isEqualTo("true");
        assertThat(compared(value, "not empty", "")).isEqualTo("false");
    }

    @Test
    void point10_equalityOfIntegersReadsAnInteger() {
        assertThat(compared("1", "=", "1.0")).contains("invalid literal for int()");
        assertThat(compared("2", ">", "1.0")).isEqualTo("true");
        assertThat(compared("1.0", "=", "1")).isEqualTo("true");
    }

    @Test
    void point11_whatDoesNotMatterIsNotLookedAt() {
        String conditions = condition("sys.user_id", "is", "x") + "," + condition("X.y", "is", "1");
        RunStory story =
                workflow()
                        .start()
                        .node(
                                "I",
                                "if-else",
                                "'cases': [{'case_id': 'true', 'logical_operator': 'and',"
                                        + " 'conditions': ["
                                        + conditions
                                        + "]}]")
                        .end("E", "o=I.selected_case_id")
                        .chain("S", "I")
                        .edge("I", "false", "E")
                        .run();

        assertThat(story.finished().status()).isEqualTo(RunStatus.SUCCEEDED);
        assertThat(story.finished().outputs()).isEqualTo(Map.of("o", "false"));
    }

    @Test
    void example14_theTableOfRenderings() {
        String template = "{{#C.o#}}|{{#C.s#}}|{{#C.n#}}|{{#C.e#}}|{{#C.f#}}|{{#C.z#}}|{{#C.o.a#}}";
        assertThat(inPrompt(template))
                .isEqualTo("{\"a\": 1, \"b\": [true]}|[\"x\", \"y\"]|[1, 2.5]||3.0||1");
        assertThat(inAnswer("{{#C.s#}}|{{#C.n#}}|{{#C.q#}}")).isEqualTo("- x\n- y|- 1\n- 2.5|C.q");
    }

    private static String inPrompt(String template) {
        RunStory story =
                chatflow().start().code("C", ALL).llm("L", template).chain("S", "C", "L").run();
        return prompt(story.replies("C", returned(VALUES)), "L");
    }

    private static String inAnswer(String template) {
        RunStory story =
                chatflow().start().code("C", ALL).answer("A", template).chain("S", "C", "A").run();
        return String.valueOf(
                story.replies("C", returned(VALUES)).finished().outputs().get("answer"));
    }

    /** The result of a comparison, or its error. */
    private static String compared(String value, String operator, String expected) {
        RunStory story =
                workflow()
                        .start()
                        .code("C", "o:object")
                        .check("I", "C.o.v", operator, expected)
                        .end("E1", "o=I.result")
                        .end("E2", "o=I.result")
                        .chain("S", "C", "I")
                        .edge("I", "true", "E1")
                        .edge("I", "false", "E2")
                        .run()
                        .replies("C", returned("{'o': {'v': " + value + "}}"));
        String error = story.finished().error();
        return error == null ? String.valueOf(story.finished().outputs().get("o")) : error;
    }
}
