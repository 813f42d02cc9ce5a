package io.holdfast.engine.conformance;

import static io.holdfast.engine.conformance.AppFile.workflow;
import static io.holdfast.engine.conformance.Replies.raised;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.holdfast.contracts.run.RunStatus;
import io.holdfast.engine.dsl.form.InvalidInputException;
import io.holdfast.engine.node.code.CodeReply;
import io.holdfast.engine.run.RunStory;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each limit of dsl.md, at it and one past it. */
class LimitsConformanceTest {

    private static final String SUCCEEDED = "succeeded";

    static Stream<Arguments> outputsOfCode() {
        return Stream.of(
                Arguments.of(
                        "string",
                        "a".repeat(400_000),
                        "a".repeat(400_001),
                        "The length of output variable `r` must be less than 400000 characters"),
                Arguments.of(
                        "array[string]",
                        Collections.nCopies(30, "a"),
                        Collections.nCopies(31, "a"),
                        "The length of output variable `r` must be less than 30 elements."),
                Arguments.of(
                        "array[number]",
                        Collections.nCopies(1_000, 1L),
                        Collections.nCopies(1_001, 1L),
                        "The length of output variable `r` must be less than 1000 elements."),
                Arguments.of(
                        "array[object]",
                        Collections.nCopies(30, Map.of()),
                        Collections.nCopies(31, Map.of()),
                        "The length of output variable `r` must be less than 30 elements."),
                Arguments.of(
                        "number",
                        Long.MAX_VALUE,
                        BigDecimal.valueOf(Long.MAX_VALUE).add(BigDecimal.ONE).toBigInteger(),
                        "Output variable `r` is out of range, it must be between"
                                + " -9223372036854775807 and 9223372036854775807."),
                Arguments.of(
                        "number",
                        -Long.MAX_VALUE,
                        Long.MIN_VALUE,
                        "Output variable `r` is out of range, it must be between"
                                + " -9223372036854775807 and 9223372036854775807."),
                Arguments.of(
                        "number",
                        new BigDecimal("0.12345678901234567891"),
                        new BigDecimal("0.123456789012345678912"),
                        "Output variable `r` has too high precision, it must be less than 20"
                                + " digits."),
                Arguments.of(
                        "object", nested(4), nested(5), "Depth limit 5 reached, object too deep."),
                Arguments.of(
                        "object",
                        nested(4),
                        nested(1_000),
                        "Depth limit 5 reached, object too deep."));
    }

    private static Map<String, Object> nested(int depth) {
        Map<String, Object> here = Map.of();
        for (int i = 1; i < depth; i++) {
            here = Map.of("a", here);
        }
        return here;
    }

    @ParameterizedTest
    @MethodSource("outputsOfCode")
    void outputsOfCodeHaveLimits(String type, Object at, Object past, String message) {
        assertThat(returning(type, at)).isEqualTo(SUCCEEDED);
        assertThat(returning(type, past)).isEqualTo(message);
    }

    @Test
    void pastALimitTheRunGoesOnByTheErrorStrategy() {
        RunStory story =
                workflow()
                        .start()
                        .code("C", "r:string", "'error_strategy': 'fail-branch'")
                        .end("E", "t=C.error_type")
                        .chain("S", "C")
                        .edge("C", "fail-branch", "E")
                        .run()
                        .replies("C", value("a".repeat(400_001)));

        assertThat(story.finished().status()).isEqualTo(RunStatus.PARTIAL_SUCCEEDED);
        assertThat(story.finished().outputs()).isEqualTo(Map.of("t", "OutputValidationError"));
    }

    @Test
    void templatesGiveSoManyCharacters() {
        assertThat(template(400_000)).isEqualTo(SUCCEEDED);
        assertThat(template(400_001)).isEqualTo("Output length exceeds 400000 characters");
    }

    @Test
    void anEndlessTemplateFailsAndTheRunGoesOn() {
        String endless =
                "{% for i in range(9999999) %}{% for j in range(99999) %}{% endfor %}{% endfor %}";
        RunStory story =
                workflow()
                        .start()
                        .node(
                                "T",
                                "template-transform",
                                "'variables': [], 'template': '"
                                        + endless
                                        + "', 'error_strategy': 'default-value', 'default_value':"
                                        + " [{'key': 'output', 'type': 'string', 'value': 'x'}]")
                        .end("E", "o=T.output")
                        .chain("S", "T", "E")
                        .run();

        assertThat(story.finished().status()).isEqualTo(RunStatus.PARTIAL_SUCCEEDED);
        assertThat(story.finished().outputs()).isEqualTo(Map.of("o", "x"));
    }

    @Test
    void aRunHasFiveHundredSteps() {
        assertThat(chain(500).finished().status()).isEqualTo(RunStatus.SUCCEEDED);
        RunStory past = chain(501);
        assertThat(past.finished().status()).isEqualTo(RunStatus.FAILED);
        assertThat(past.finished().error())
                .isEqualTo("Maximum execution steps exceeded: 501 > 500");
    }

    @Test
    void aRunHasTwentyMinutes() {
        RunStory story = workflow().start().code("C", "r:string").chain("S", "C").run();

        assertThat(story.after(Duration.ofMinutes(20)).wire()).last().isEqualTo("ns(C)");
        story.after(Duration.ofMillis(10));
        assertThat(story.finished().status()).isEqualTo(RunStatus.FAILED);
        assertThat(story.finished().error())
                .isEqualTo("Maximum execution time exceeded: 1200.01s > 1200s");
    }

    @Test
    void aNodeHasSoManyAttempts() {
        RunStory story =
                workflow()
                        .start()
                        .code(
                                "C",
                                "r:string",
                                "'retry_config': {'retry_enabled': true, 'max_retries': 1,"
                                        + " 'retry_interval': 1}")
                        .chain("S", "C")
                        .run()
                        .replies("C", raised("boom"));
        assertThat(story.wire()).last().isEqualTo("retry(C 1)");
        story.retries("C").replies("C", raised("boom"));
        assertThat(story.finished().status()).isEqualTo(RunStatus.FAILED);
    }

    @Test
    void aLoopHasAtLeastOneRound() {
        assertThat(rounds("1").finished().outputs()).isEqualTo(Map.of("r", 1L));
        assertThatThrownBy(() -> rounds("0")).hasMessageContaining("loop_count must be at least 1");
        assertThatThrownBy(() -> rounds("-1")).hasMessageContaining("loop_count");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1000", "2147483648", "10000000000", "1e300"})
    void aLoopOfAnyLengthEndsWithTheStepsOfItsRun(String count) {
        assertThat(rounds(count).finished().error())
                .isEqualTo("Maximum execution steps exceeded: 501 > 500");
    }

    private static RunStory rounds(String count) {
        return workflow()
                .start()
                .loop("LP", 1, "'loop_count': " + count)
                .node("T", "template-transform", "'variables': [], 'template': 'x'")
                .chain("LPstart", "T")
                .outside()
                .end("E", "r=LP.loop_round")
                .chain("S", "LP", "E")
                .run();
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "1, 1", "10, 10", "11, 11", "3000000000, 12"})
    void asManyItemsAreWorkedOnAsTheFileSays(String width, int atOnce) {
        RunStory story =
                workflow()
                        .start()
                        .code("C", "a:array[number]")
                        .iteration(
                                "IT",
                                "C.a",
                                "K.r",
                                "'is_parallel': true, 'parallel_nums': " + width)
                        .code("K", "r:number")
                        .chain("ITstart", "K")
                        .outside()
                        .chain("S", "C", "IT")
                        .run()
                        .replies(
                                "C",
                                new CodeReply.Returned(Map.of("a", Collections.nCopies(12, 1L))));

        assertThat(story.working()).hasSize(atOnce);
    }

    @Test
    void referencesHaveLongestNames() {
        String node = "n".repeat(50);
        String name = "v".repeat(30);
        assertThat(shown("{{#" + node + "." + name + "#}}")).isEqualTo(node + "." + name);
        assertThat(shown("{{#n" + node + "." + name + "#}}")).startsWith("{{#");
        assertThat(shown("{{#" + node + ".v" + name + "#}}")).startsWith("{{#");
        assertThat(shown("{{#n" + ".a".repeat(10) + "#}}")).isEqualTo("n" + ".a".repeat(10));
        assertThat(shown("{{#n" + ".a".repeat(11) + "#}}")).startsWith("{{#");
    }

    private static String shown(String template) {
        return String.valueOf(
                AppFile.chatflow()
                        .start()
                        .answer("A", template)
                        .chain("S", "A")
                        .run()
                        .finished()
                        .outputs()
                        .get("answer"));
    }

    @Test
    void point30_inputsAreCheckedBeforeDefaults() {
        String text =
                "{'variable': 't', 'label': 't', 'type': 'text-input', 'required': true,"
                        + " 'default': 'd', 'max_length': 3}";
        AppFile app =
                workflow().start(text, AppFile.number("n")).end("E", "t=S.t", "n=S.n", "q=S.q");
        app.chain("S", "E");

        assertThatThrownBy(app::run)
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("t is required in input form");
        assertThatThrownBy(() -> app.run(Map.of("t", "abcd")))
                .hasMessage("t in input form must be less than 3 characters");
        assertThat(app.run(Map.of("t", "abc", "n", "12", "q", "?")).finished().outputs())
                .containsEntry("n", 12L)
                .containsEntry("t", "abc")
                .doesNotContainValue("?");
        assertThat(app.run(Map.of("t", "", "n", "12.0")).finished().outputs())
                .containsEntry("n", 12.0)
                .containsEntry("t", "");
    }

    private static RunStory chain(int length) {
        AppFile app = workflow().start();
        List<String> ids = new ArrayList<>(List.of("S"));
        for (int i = 1; i < length; i++) {
            ids.add("E" + i);
            app.end("E" + i);
        }
        return app.chain(ids.toArray(String[]::new)).run();
    }

    private static String template(int length) {
        return told(
                workflow()
                        .start()
                        .node(
                                "T",
                                "template-transform",
                                "'variables': [], 'template': '" + "x".repeat(length) + "'")
                        .chain("S", "T")
                        .run());
    }

    private static String returning(String type, Object result) {
        return told(
                workflow()
                        .start()
                        .code("C", "r:" + type)
                        .chain("S", "C")
                        .run()
                        .replies("C", value(result)));
    }

    private static CodeReply value(@Nullable Object result) {
        return new CodeReply.Returned(Collections.singletonMap("r", result));
    }

    private static String told(RunStory story) {
        String error = story.finished().error();
        return error == null ? story.finished().status().wireName() : error;
    }
}
