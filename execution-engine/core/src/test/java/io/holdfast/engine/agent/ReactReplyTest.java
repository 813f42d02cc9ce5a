package io.holdfast.engine.agent;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a model says, it is read (dsl.md 5.7). */
class ReactReplyTest {

    @Test
    void anActionIsReadInEachFormThatModelsUse() {
        ReactReply.Action expected =
                new ReactReply.Action("I must look.", "search", "{\"q\": \"ships\"}");

        assertThat(
                        ReactReply.parse(
                                """
                                Thought: I must look.
                                Action:
                                ```
                                {"action": "search", "action_input": {"q": "ships"}}
                                ```
                                """))
                .isEqualTo(expected);
        assertThat(
                        ReactReply.parse(
                                "Thought: I must look.\nAction: {\"action\": \"search\","
                                        + " \"action_input\": {\"q\": \"ships\"}}"))
                .isEqualTo(expected);
        assertThat(
                        ReactReply.parse(
                                "I must look.\n```json\n{\"action\":\"search\",\"action_input\":"
                                        + "{\"q\":\"ships\"}}\n```\nObservation: made up"))
                .isEqualTo(expected);
        assertThat(
                        ReactReply.parse(
                                "Thought: I must look.\nAction: search\nAction Input:"
                                        + " {\"q\": \"ships\"}"))
                .isEqualTo(expected);
    }

    @Test
    void anInputThatIsTextStaysText() {
        assertThat(
                        ReactReply.parse(
                                "Action: {\"action\": \"search\", \"action_input\": \"ships\"}"))
                .isEqualTo(new ReactReply.Action("", "search", "ships"));
    }

    @Test
    void theFinalAnswerEndsIt() {
        assertThat(
                        ReactReply.parse(
                                "Thought: done\nAction:\n```\n{\"action\": \"Final Answer\","
                                        + " \"action_input\": \"42\"}\n```"))
                .isEqualTo(new ReactReply.Answer("done", "42"));
        assertThat(ReactReply.parse("Thought: done\nFinal Answer: it is 42"))
                .isEqualTo(new ReactReply.Answer("done", "it is 42"));
    }

    @Test
    void whatKeepsToNoFormIsTheAnswer() {
        assertThat(ReactReply.parse("Forty-two, of course."))
                .isEqualTo(new ReactReply.Answer("Forty-two, of course.", "Forty-two, of course."));
        assertThat(ReactReply.parse("```\n{\"broken\": \n```"))
                .isInstanceOf(ReactReply.Answer.class);
        assertThat(ReactReply.parse("")).isEqualTo(new ReactReply.Answer("", ""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Action:{",
                "Action:a",
                "Action:\n",
                "```{",
                "```{}",
                "}",
                " ",
                "\n",
                "Action: a\nAction Input"
            })
    @Timeout(10)
    void noReplyIsReadForLong(String piece) {
        ReactReply.parse("x" + piece.repeat(100_000) + "y");
        ReactReply.parse("Action:a" + piece.repeat(100_000) + "y");
        ReactReply.parse("```{" + piece.repeat(100_000) + ":");
    }
}
