package io.holdfast.engine.conformance;

import static io.holdfast.engine.conformance.AppFile.chatflow;
import static io.holdfast.engine.conformance.AppFile.selector;
import static io.holdfast.engine.conformance.AppFile.workflow;
import static io.holdfast.engine.conformance.Replies.returned;
import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.engine.node.code.CodeRequest;
import io.holdfast.engine.node.http.HttpCall;
import io.holdfast.engine.node.llm.ModelRequest;
import io.holdfast.engine.node.llm.PromptMessage;
import io.holdfast.engine.node.tool.ToolRequest;
import io.holdfast.engine.run.RunStory;
import io.holdfast.engine.value.FileValues;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** How values come into nodes: missing ones, files, requests (dsl.md 7.1.1, 7.1.6, 7.1.29). */
class InputsConformanceTest {

    private static final String MODEL =
            "'model': {'provider': 'openai', 'name': 'm', 'mode': 'chat'}";
    private static final String TOOL =
            "'provider_id': 'time', 'provider_type': 'builtin', 'tool_name': 'current_time',"
                    + " 'tool_configurations': {}, ";
    private static final Map<String, @Nullable Object> PICTURE =
            FileValues.of(
                    new FileValues.Facts(
                            "image",
                            "remote_url",
                            "https://h.test/a.png",
                            null,
                            "a.png",
                            ".png",
                            "image/png",
                            5));

    @Test
    void point01_aMissingQueryIsEmpty() {
        RunStory classifier =
                workflow()
                        .start()
                        .node(
                                "Q",
                                "question-classifier",
                                MODEL
                                        + ", 'query_variable_selector': ['X', 'y'],"
                                        + " 'classes': [{'id': '1', 'name': 'one'}]")
                        .chain("S", "Q")
                        .run();
        assertThat(question(classifier, "Q")).contains("\"\"").doesNotContain("X.y");

        RunStory extractor =
                workflow()
                        .start()
                        .node(
                                "P",
                                "parameter-extractor",
                                MODEL
                                        + ", 'query': ['X', 'y'], 'parameters': [{'name': 'a',"
                                        + " 'type': 'string', 'required': true}]")
                        .chain("S", "P")
                        .run();
        assertThat(question(extractor, "P")).contains("\"text\": \"\"");
    }

    private static String question(RunStory story, String node) {
        return ((ModelRequest) story.asks(node))
                .query()
                .map(PromptMessage::text)
                .orElseThrow(AssertionError::new);
    }

    @Test
    void point01_aMissingOptionalParameterOfAToolIsLeftOut() {
        RunStory story =
                workflow()
                        .start()
                        .node(
                                "T",
                                "tool",
                                TOOL
                                        + "'tool_parameters': {'timezone': {'type': 'variable',"
                                        + " 'value': ['X', 'y']}, 'format': {'type': 'mixed',"
                                        + " 'value': '{{#X.y#}}'}}")
                        .chain("S", "T")
                        .run();

        assertThat(((ToolRequest) story.asks("T")).arguments())
                .doesNotContainKey("timezone")
                .containsEntry("format", "X.y");
    }

    @Test
    void point01_anAggregatorLooksAtTheNextCandidate() {
        RunStory story =
                workflow()
                        .start(AppFile.number("n"))
                        .node(
                                "G",
                                "variable-aggregator",
                                "'variables': [%s, %s]".formatted(selector("X.y"), selector("S.n")))
                        .end("E", "o=G.output")
                        .chain("S", "G", "E")
                        .run(Map.of("n", 5L));

        assertThat(story.finished().outputs()).isEqualTo(Map.of("o", 5L));
    }

    private static AppFile withFile(AppFile app) {
        return app.start(
                "{'variable': 'f', 'label': 'f', 'type': 'file', 'required': false,"
                        + " 'allowed_file_types': ['image']}");
    }

    @Test
    void point06_aFileIsNoText() {
        RunStory story =
                withFile(workflow())
                        .http("H", "'url': 'http://x.test/?f={{#S.f#}}.'")
                        .chain("S", "H")
                        .run(Map.of("f", PICTURE));

        assertThat(((HttpCall) story.asks("H")).url()).isEqualTo("http://x.test/?f=.");
    }

    @Test
    void point06_anAnswerLinksAFileAndAModelSeesIt() {
        RunStory story =
                withFile(chatflow())
                        .llm("L", "See {{#S.f#}}.")
                        .answer("A", "Here: {{#S.f#}}")
                        .chain("S", "L", "A")
                        .run(Map.of("f", PICTURE));

        List<PromptMessage> messages = ((ModelRequest) story.asks("L")).messages();
        assertThat(messages).extracting(PromptMessage::text).containsExactly("See .", "");
        assertThat(messages.getLast().role()).isEqualTo("user");
        assertThat(messages.getLast().files())
                .extracting(file -> file.file().filename())
                .containsExactly("a.png");
        story.replies("L", Replies.said("seen"));
        assertThat(story.finished().outputs())
                .containsEntry("answer", "Here: ![a.png](https://h.test/a.png)");
    }

    @Test
    void point06_codeAndToolsAreGivenFilesAsTheyAre() {
        RunStory story =
                withFile(workflow())
                        .code(
                                "C",
                                "r:string",
                                "'variables': [{'variable': 'v', 'value_selector': ['S', 'f']}]")
                        .node(
                                "T",
                                "tool",
                                TOOL
                                        + "'tool_parameters': {'file': {'type': 'variable',"
                                        + " 'value': ['S', 'f']}}")
                        .chain("S", "C", "T")
                        .run(Map.of("f", PICTURE));

        assertThat(((CodeRequest) story.asks("C")).inputs()).isEqualTo(Map.of("v", PICTURE));
        story.replies("C", returned("{'r': 'x'}"));
        assertThat(((ToolRequest) story.asks("T")).arguments()).isEqualTo(Map.of("file", PICTURE));
    }

    @Test
    void point29_headersAreRenderedFirstParamsSplitFirstAndJsonIsRepaired() {
        RunStory story =
                workflow()
                        .start(text("h"), text("p"), text("b"))
                        .http(
                                "H",
                                "'method': 'post'",
                                "'headers': 'X-One:{{#S.h#}}'",
                                "'params': 'q:{{#S.p#}}'",
                                "'body': {'type': 'json', 'data': [{'type': 'text', 'key': '',"
                                        + " 'value': '{\\'said\\': \\'{{#S.b#}}\\'}'}]}")
                        .chain("S", "H")
                        .run(
                                Map.of(
                                        "h", "1\nX-Two:2\nX-One:3",
                                        "p", "a\nz:b",
                                        "b", "say \"hi\" to\nall"));

        HttpCall call = (HttpCall) story.asks("H");
        assertThat(call.headers()).containsEntry("X-Two", "2").containsEntry("X-One", "3");
        assertThat(call.url()).isEqualTo("http://x.test/?q=a%0Az%3Ab");
        assertThat(call.body()).isEqualTo("{\"said\": \"say \\\"hi\\\" to\\nall\"}");
    }

    private static String text(String name) {
        return "{'variable': '%s', 'label': 'x', 'type': 'paragraph', 'required': true}"
                .formatted(name);
    }
}
