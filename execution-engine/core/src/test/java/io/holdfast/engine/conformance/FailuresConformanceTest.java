package io.holdfast.engine.conformance;

import static io.holdfast.engine.conformance.AppFile.chatflow;
import static io.holdfast.engine.conformance.AppFile.workflow;
import static io.holdfast.engine.conformance.Replies.raised;
import static io.holdfast.engine.conformance.Replies.returned;
import static io.holdfast.engine.conformance.Replies.said;
import static io.holdfast.engine.conformance.Replies.status;
import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.contracts.run.RunStatus;
import io.holdfast.engine.dsl.healing.HealingOptions;
import io.holdfast.engine.run.RunStory;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Failures, branches and joins (dsl.md 7.1.12 to 7.1.18). */
class FailuresConformanceTest {

    private static final String NOT_FOUND = "Request failed with status code 404";
    private static final String RETRIES =
            "'retry_config': {'retry_enabled': true, 'max_retries': 2, 'retry_interval': 100}";
    private static final String FAIL_BRANCH = "'error_strategy': 'fail-branch'";
    private static final String DEFAULTS =
            "'error_strategy': 'default-value', 'default_value':"
                    + " [{'key': 'status_code', 'type': 'number', 'value': '0'}]";

    @Test
    void point12_theSameFileBehavesInTwoWays() {
        RunStory plain = http().run().replies("H", status(404, "no"));
        assertThat(plain.finished().status()).isEqualTo(RunStatus.SUCCEEDED);

        RunStory healed =
                http().healed(HealingOptions.DEFAULT).run().replies("H", status(404, "no"));
        assertThat(healed.wire()).last().isEqualTo("retry(H 1)");
        for (int attempt = 2; attempt <= 4; attempt++) {
            healed.retries("H").replies("H", status(404, "no"));
        }
        assertThat(healed.finished().status()).isEqualTo(RunStatus.FAILED);
        assertThat(healed.finished().error()).isEqualTo(NOT_FOUND);
    }

    @Test
    void point13_aRepairedNodeStillCounts() {
        RunStory story =
                http(RETRIES)
                        .run()
                        .replies("H", status(404, "no"))
                        .retries("H")
                        .replies("H", status(200, "yes"));

        assertThat(story.finished().status()).isEqualTo(RunStatus.PARTIAL_SUCCEEDED);
        assertThat(story.finished().exceptionsCount()).isEqualTo(1);
        assertThat(story.finished().outputs()).containsEntry("b", "yes");
    }

    @Test
    void point14_aFailBranchTakesOneWay() {
        assertThat(branching().replies("C", raised("boom")).wire())
                .contains("ns(A2)")
                .doesNotContain("ns(A1)");
        assertThat(branching().replies("C", returned("{'r': 'x'}")).wire())
                .contains("ns(A1)")
                .doesNotContain("ns(A2)");
    }

    @Test
    void point15_defaultNumbersAreFloatsAndWhatWasThereIsGone() {
        RunStory story = http(DEFAULTS).run().replies("H", status(404, "no"));

        Map<String, Object> outputs = new LinkedHashMap<>(story.finished().outputs());
        assertThat(outputs).containsEntry("c", 0.0).containsEntry("b", null);
    }

    @Test
    void point16_aHandleWithoutAnEdgeEndsItsPath() {
        RunStory story =
                workflow().start().check("I", "sys.user_id", "is", "me").chain("S", "I").run();

        assertThat(story.finished().status()).isEqualTo(RunStatus.SUCCEEDED);
        assertThat(story.finished().outputs()).isEmpty();
    }

    @Test
    void point17_aJoinAfterABranchRunsOnce() {
        assertThat(
                        branchAndJoin()
                                .run(Map.of("n", "7"))
                                .replies("C1", returned("{'r': 'big'}"))
                                .wire())
                .containsOnlyOnce("ns(G)");
    }

    @Test
    void point18_skipsComeBeforeTheEdgesThatAreTaken() {
        RunStory story =
                workflow()
                        .start()
                        .check("I", "sys.user_id", "is", "somebody")
                        .code("C", "r:string")
                        .end("E", "r=C.r")
                        .chain("S", "I")
                        .edge("I", "true", "C")
                        .edge("I", "false", "E")
                        .edge("I", "true", "E")
                        .chain("C", "E")
                        .run();

        assertThat(story.wire()).doesNotContain("ns(E)");
        story.replies("C", returned("{'r': 'x'}"));
        assertThat(story.wire()).containsOnlyOnce("ns(E)").last().isEqualTo("wf(succeeded)");
    }

    @Test
    void example03_branchAndJoin() {
        RunStory big =
                branchAndJoin().run(Map.of("n", "7")).replies("C1", returned("{'r': 'big'}"));
        assertThat(big.finished().outputs()).isEqualTo(Map.of("o", "big"));
        assertThat(big.wire()).doesNotContain("ns(C2)");
        RunStory small =
                branchAndJoin().run(Map.of("n", 3L)).replies("C2", returned("{'r': 'small'}"));
        assertThat(small.finished().outputs()).isEqualTo(Map.of("o", "small"));
    }

    @Test
    void example05_aMissingPromptVariable() {
        RunStory story =
                chatflow()
                        .start()
                        .llm("L", "{{#X.y#}}")
                        .answer("A", "{{#L.text#}}")
                        .chain("S", "L", "A")
                        .run();

        assertThat(story.wire())
                .containsExactly("ws", "ns(S)", "nf(S)", "ns(L)", "nf(L failed)", "wf(failed)");
        assertThat(story.finished().error()).isEqualTo("Variable #X.y# not found");
        assertThat(story.finished().errorType()).isEqualTo("VariableNotFoundError");
        assertThat(story.clientText()).isEmpty();

        RunStory answered =
                chatflow()
                        .start()
                        .answer("A", "so: {{#X.y#}} then")
                        .answer("B", "and more")
                        .chain("S", "A", "B")
                        .run();
        assertThat(answered.finished().status()).isEqualTo(RunStatus.SUCCEEDED);
        assertThat(answered.finished().outputs()).containsEntry("answer", "so: X.y thenand more");
        assertThat(answered.wire())
                .as("the stream stalls where nothing comes")
                .contains("msg \"so: \"")
                .doesNotContain("msg \" then\"", "msg \"and more\"");
    }

    @Test
    void example06_anHttp404InThreeConfigurations() {
        RunStory plain = http().run().replies("H", status(404, "no"));
        Map<String, Object> outputs = new LinkedHashMap<>(plain.finished().outputs());
        assertThat(outputs)
                .containsEntry("c", 404L)
                .containsEntry("b", "no")
                .containsEntry("m", null);

        RunStory retried = http(RETRIES).run().replies("H", status(404, "no"));
        retried.retries("H").replies("H", status(404, "no"));
        retried.retries("H").replies("H", status(404, "no"));
        assertThat(retried.wire())
                .containsSubsequence("ns(H)", "retry(H 1)", "retry(H 2)", "nf(H failed)");
        assertThat(retried.finished().error()).isEqualTo(NOT_FOUND);
        assertThat(retried.finished().exceptionsCount()).isEqualTo(3);
        assertThat(retried.finished().totalSteps()).isEqualTo(4);

        RunStory defaults = http(DEFAULTS).run().replies("H", status(404, "no"));
        assertThat(defaults.wire()).contains("nf(H exception)").endsWith("wf(partial-succeeded)");
        assertThat(defaults.finished().outputs()).containsEntry("m", NOT_FOUND);
        assertThat(defaults.finished().exceptionsCount()).isEqualTo(1);
    }

    @Test
    void example07_aFailBranch() {
        RunStory story = branching().replies("C", raised("boom"));

        assertThat(story.clientText()).isEqualTo("err CodeExecutionError");
        assertThat(story.finished().status()).isEqualTo(RunStatus.PARTIAL_SUCCEEDED);
        assertThat(story.finished().outputs()).containsEntry("answer", "err CodeExecutionError");
        assertThat(story.wire()).contains("nf(C exception)");
    }

    @Test
    void furtherTrap_codeReturnsExactlyWhatItDeclares() {
        assertThat(code("r:string", "{'r': 'x', 'q': 1}"))
                .isEqualTo("Not all output parameters are validated.");
        assertThat(code("r:string", "{}")).isEqualTo("Output r is missing.");
        assertThat(code("r:array[number]", "{'r': [1, null]}"))
                .isEqualTo("The element at index 1 of output variable `r` must be a number.");
        assertThat(code("r:array[string]", "{'r': ['a', null]}")).isEqualTo("succeeded");
    }

    @Test
    void furtherTrap_scientificTextsBecomeFloats() {
        RunStory story =
                workflow()
                        .start()
                        .code("C", "r:number")
                        .end("E", "r=C.r")
                        .chain("S", "C", "E")
                        .run();
        assertThat(story.replies("C", returned("{'r': '1e+5'}")).finished().outputs())
                .isEqualTo(Map.of("r", 100_000.0));
    }

    @Test
    void furtherTrap_aClassifierFallsBackToItsFirstClass() {
        RunStory story =
                workflow()
                        .start()
                        .node(
                                "Q",
                                "question-classifier",
                                "'query_variable_selector': ['sys', 'user_id'], 'model':"
                                        + " {'provider': 'openai', 'name': 'm', 'mode': 'chat'},"
                                        + " 'classes': [{'id': '1', 'name': 'a'}, {'id': '2',"
                                        + " 'name': 'b'}]")
                        .end("E", "r=Q.class_name")
                        .chain("S", "Q")
                        .edge("Q", "1", "E")
                        .run()
                        .replies("Q", said("{\"category_id\": \"9\"}"));
        assertThat(story.finished().outputs()).isEqualTo(Map.of("r", "a"));
    }

    private static String code(String outputs, String result) {
        RunStory story =
                workflow()
                        .start()
                        .code("C", outputs)
                        .chain("S", "C")
                        .run()
                        .replies("C", returned(result));
        String error = story.finished().error();
        return error == null ? story.finished().status().wireName() : error;
    }

    private static AppFile http(String... more) {
        return workflow()
                .start()
                .http("H", more)
                .end("E", "c=H.status_code", "b=H.body", "m=H.error_message")
                .chain("S", "H", "E");
    }

    private static RunStory branching() {
        return chatflow()
                .start()
                .code("C", "r:string", FAIL_BRANCH)
                .answer("A1", "ok {{#C.r#}}")
                .answer("A2", "err {{#C.error_type#}}")
                .chain("S", "C", "A1")
                .edge("C", "fail-branch", "A2")
                .run();
    }

    private static AppFile branchAndJoin() {
        return workflow()
                .start(AppFile.number("n"))
                .check("I", "S.n", ">", "5")
                .code("C1", "r:string")
                .code("C2", "r:string")
                .node("G", "variable-aggregator", "'variables': [['C1', 'r'], ['C2', 'r']]")
                .end("E", "o=G.output")
                .chain("S", "I")
                .edge("I", "true", "C1")
                .edge("I", "false", "C2")
                .chain("C1", "G", "E")
                .chain("C2", "G");
    }
}
