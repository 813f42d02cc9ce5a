package io.holdfast.engine.conformance;

import static io.holdfast.engine.conformance.AppFile.chatflow;
import static io.holdfast.engine.conformance.AppFile.workflow;
import static io.holdfast.engine.conformance.Replies.raised;
import static io.holdfast.engine.conformance.Replies.returned;
import static io.holdfast.engine.conformance.Replies.said;
import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.contracts.run.RunStatus;
import io.holdfast.engine.node.llm.ModelRequest;
import io.holdfast.engine.node.llm.PromptMessage;
import io.holdfast.engine.run.RunStory;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How answers stream (dsl.md 7.1.19 to 7.1.23, 7.1.28), and the examples of it. */
class StreamingConformanceTest {

    private static final String FAIL_BRANCH = "'error_strategy': 'fail-branch'";
    private static final String DEFAULTS = "'error_strategy': 'default-value', 'default_value': []";
    private static final String COUNT_UP =
            "'version': '2', 'items': [{'variable_selector': ['conversation', 'cnt'],"
                    + " 'input_type': 'constant', 'operation': '+=', 'value': 1}]";

    @Test
    void point19_aFasterSecondAnswerWaitsForTheFirst() {
        RunStory story = twoAnswers().streams("L2", "b").replies("L2", said("b"));
        assertThat(story.clientText()).isEqualTo("1:");

        story.streams("L1", "a").replies("L1", said("a"));
        assertThat(story.clientText()).isEqualTo("1:a 2:b");
        assertThat(story.finished().answer()).isEqualTo("1:a 2:b");
    }

    @Test
    void point20_aReferenceToNothingStallsTheStreamAlone() {
        RunStory story = chatflow().start().answer("A", "a {{#X.y#}} b").chain("S", "A").run();

        assertThat(story.clientText()).isEqualTo("a ");
        assertThat(story.finished().outputs()).containsEntry("answer", "a X.y b");
    }

    @Test
    void point21_aFailBranchKeepsTheStreamBackAndDefaultsDoNot() {
        assertThat(streaming(FAIL_BRANCH).streams("L", "x").clientText()).isEmpty();
        assertThat(streaming(DEFAULTS).streams("L", "x").clientText()).isEqualTo("x");
        for (String strategy : new String[] {FAIL_BRANCH, DEFAULTS}) {
            RunStory story = streaming(strategy).streams("L", "x", "y").replies("L", said("xy"));
            assertThat(story.clientText()).isEqualTo("xy");
            assertThat(story.finished().answer()).isEqualTo("xy");
        }
    }

    @Test
    void point21_whatAFailedModelHasSaidIsSeenOnlyWithDefaults() {
        assertThat(streaming(FAIL_BRANCH).streams("L", "x").fails("L", "E", "e").clientText())
                .isEmpty();
        RunStory defaults = streaming(DEFAULTS).streams("L", "x").fails("L", "E", "e");
        assertThat(defaults.clientText()).startsWith("x");
        assertThat(defaults.finished().status()).isEqualTo(RunStatus.PARTIAL_SUCCEEDED);
    }

    @Test
    void point22_anAnswerWaitsForTheAssignerOfWhatItShows() {
        RunStory story = counting(0);

        assertThat(story.wire())
                .containsSubsequence("ns(AS)", "msg \"Turn \"", "msg \"1\"", "nf(AS)");
        assertThat(story.wire().indexOf("msg \"Turn \""))
                .isGreaterThan(story.wire().indexOf("ns(AS)"));
    }

    @Test
    void point23_answersAreJoinedInTheOrderInWhichTheyEnd() {
        RunStory story =
                twoAnswers()
                        .streams("L2", "b")
                        .replies("L2", said("b"))
                        .streams("L1", "a")
                        .replies("L1", said("a"));

        assertThat(story.finished().outputs()).containsEntry("answer", "2:b1:a ");
    }

    @Test
    void point28_aWindowCountsTheTurnThatRunsAndWithoutMemoryNobodyAsks() {
        var remembered =
                (ModelRequest) memory(", 'memory': {'window': {'enabled': true, 'size': 3}}");
        assertThat(remembered.history()).get().extracting(ModelRequest.History::turns).isEqualTo(2);
        assertThat(remembered.query()).get().extracting(query -> query.text()).isEqualTo("2+2?");

        var forgetful = (ModelRequest) memory("");
        assertThat(forgetful.history()).isEmpty();
        assertThat(forgetful.query()).isEmpty();
    }

    private static Object memory(String memory) {
        return chatflow()
                .start()
                .node(
                        "L",
                        "llm",
                        "'model': {'provider': 'openai', 'name': 'm', 'mode': 'chat'},"
                                + " 'prompt_template': [{'role': 'system', 'text': 'Be brief'}]"
                                + memory)
                .chain("S", "L")
                .run()
                .asks("L");
    }

    @Test
    void example01_aLinearWorkflow() {
        RunStory story =
                workflow()
                        .start("{'variable': 'q', 'label': 'q', 'type': 'text-input'}")
                        .llm("L", "Say {{#S.q#}}")
                        .end("E", "out=L.text")
                        .chain("S", "L", "E")
                        .run(Map.of("q", "hi"));
        assertThat(Replies.prompt(story, "L")).isEqualTo("Say hi");

        story.streams("L", "Hel", "lo").replies("L", said("Hello"));
        assertThat(story.wire())
                .containsExactly(
                        "ws",
                        "ns(S)",
                        "nf(S)",
                        "ns(L)",
                        "msg \"Hel\"",
                        "msg \"lo\"",
                        "msg \"\"",
                        "nf(L)",
                        "ns(E)",
                        "nf(E)",
                        "wf(succeeded)");
        assertThat(story.finished().outputs()).isEqualTo(Map.of("out", "Hello"));
        assertThat(story.finished().totalSteps()).isEqualTo(3);
    }

    @Test
    void example02_aChatflowWithLiteralText() {
        RunStory story =
                chatflow()
                        .start()
                        .node(
                                "L",
                                "llm",
                                "'model': {'provider': 'openai', 'name': 'm', 'mode': 'chat'},"
                                        + " 'prompt_template': [{'role': 'system', 'text': 'Be"
                                        + " brief'}], 'memory': {'window': {'enabled': false,"
                                        + " 'size': 1}}")
                        .answer("A", "Bot: {{#L.text#}}!")
                        .chain("S", "L", "A")
                        .run();
        ModelRequest asked = (ModelRequest) story.asks("L");
        assertThat(asked.messages()).containsExactly(new PromptMessage("system", "Be brief"));
        assertThat(asked.query()).contains(new PromptMessage("user", "2+2?"));
        story.streams("L", "4").replies("L", said("4"));

        assertThat(story.wire())
                .containsExactly(
                        "ws",
                        "msg \"Bot: \"",
                        "ns(S)",
                        "nf(S)",
                        "ns(L)",
                        "msg \"4\"",
                        "msg \"\"",
                        "msg \"!\"",
                        "nf(L)",
                        "ns(A)",
                        "nf(A)",
                        "wf(succeeded)");
        assertThat(story.finished().answer()).isEqualTo("Bot: 4!");
        assertThat(story.finished().outputs()).containsEntry("answer", "Bot: 4!");
    }

    @Test
    void example04_twoModelsAndTwoAnswers() {
        RunStory story =
                twoAnswers()
                        .streams("L2", "b")
                        .replies("L2", said("b"))
                        .streams("L1", "a")
                        .replies("L1", said("a"));

        assertThat(story.wire().stream().filter(event -> event.startsWith("msg")))
                .containsExactly(
                        "msg \"1:\"",
                        "msg \"a\"",
                        "msg \"\"",
                        "msg \" \"",
                        "msg \"2:\"",
                        "msg \"b\"",
                        "msg \"\"");
        assertThat(story.clientText()).isEqualTo("1:a 2:b");
        assertThat(story.finished().answer()).isEqualTo("1:a 2:b");
    }

    @Test
    void example13_aConversationVariable() {
        assertThat(counting(0).clientText()).isEqualTo("Turn 1");
        assertThat(counting(1).clientText()).isEqualTo("Turn 2");
    }

    @Test
    void furtherTrap_aFailedChatflowEndsWithItsErrorAlone() {
        RunStory story =
                chatflow()
                        .start()
                        .code("C", "r:string")
                        .chain("S", "C")
                        .run()
                        .replies("C", raised("boom"));

        assertThat(story.wire()).endsWith("nf(C failed)", "wf(failed)");
        assertThat(story.finished().status()).isEqualTo(RunStatus.FAILED);
    }

    @Test
    void furtherTrap_anAggregatorWithoutACandidateHasNoOutput() {
        RunStory story =
                chatflow()
                        .start()
                        .node("G", "variable-aggregator", "'variables': [['X', 'y']]")
                        .code("C", "r:string")
                        .answer("A", "{{#G.output#}} {{#C.r#}}")
                        .chain("S", "G", "C", "A")
                        .run()
                        .replies("C", returned("{'r': 'x'}"));

        assertThat(story.finished().outputs()).containsEntry("answer", "G.output x");
    }

    @Test
    void furtherTrap_jinjaDropsOneLineBreakAtTheEnd() {
        RunStory story =
                workflow()
                        .start()
                        .node("T", "template-transform", "'variables': [], 'template': 'a\\n\\n'")
                        .end("E", "o=T.output")
                        .chain("S", "T", "E")
                        .run();

        assertThat(story.finished().outputs()).isEqualTo(Map.of("o", "a\n"));
    }

    private static RunStory twoAnswers() {
        return chatflow()
                .start()
                .llm("L1", "x")
                .llm("L2", "x")
                .answer("A1", "1:{{#L1.text#}} ")
                .answer("A2", "2:{{#L2.text#}}")
                .chain("S", "L1", "A1")
                .chain("S", "L2", "A2")
                .run();
    }

    private static RunStory streaming(String strategy) {
        return chatflow()
                .start()
                .llm("L", "x", strategy)
                .answer("A", "{{#L.text#}}")
                .chain("S", "L", "A")
                .run();
    }

    private static RunStory counting(int before) {
        return chatflow()
                .conversation("cnt", "number", String.valueOf(before))
                .start()
                .node("AS", "assigner", COUNT_UP)
                .answer("A", "Turn {{#conversation.cnt#}}")
                .chain("S", "AS", "A")
                .run();
    }
}
