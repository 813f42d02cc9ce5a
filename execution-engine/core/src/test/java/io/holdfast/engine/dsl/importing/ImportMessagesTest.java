package io.holdfast.engine.dsl.importing;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.engine.value.JsonReader;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What each fault of a file is answered with (dsl.md 1.10, 1.11). */
class ImportMessagesTest {

    static Stream<Arguments> headFaults() {
        return Stream.of(
                Arguments.of(
                        "/version",
                        "0.1",
                        "Invalid version type, expected str, got <class 'float'>"),
                Arguments.of(
                        "/version", "1", "Invalid version type, expected str, got <class 'int'>"),
                Arguments.of(
                        "/version",
                        "[1]",
                        "Invalid version type, expected str, got <class 'list'>"),
                Arguments.of("/version", "\"newest\"", "Invalid DSL version: newest"),
                Arguments.of("/app", "null", "Missing app data in YAML content"),
                Arguments.of("/app", "{}", "Missing app data in YAML content"),
                Arguments.of("/app/mode", "null", "loss app mode"),
                Arguments.of("/app/mode", "\"channel\"", "Invalid app mode"),
                Arguments.of(
                        "/app/mode",
                        "\"chat\"",
                        "Missing model_config for chat/agent-chat/completion app"),
                Arguments.of(
                        "/workflow",
                        "null",
                        "Missing workflow data for workflow/advanced chat app"));
    }

    static Stream<Arguments> variableFaults() {
        String vars = "/workflow/environment_variables";
        String talk = "/workflow/conversation_variables";
        return Stream.of(
                Arguments.of(vars, "[{}]", "missing name"),
                Arguments.of(vars, "[{\"name\": \"a\"}]", "missing value type"),
                Arguments.of(
                        vars, "[{\"name\": \"a\", \"value_type\": \"string\"}]", "missing value"),
                Arguments.of(vars, Files.variable("number", "\"x\""), "invalid number value x"),
                Arguments.of(vars, Files.variable("secret", "5"), "invalid secret value "),
                Arguments.of(
                        vars, Files.variable("object", "{}"), "not supported value type object"),
                Arguments.of(
                        vars,
                        Files.variable("string", "\"" + "x".repeat(204_800) + "\""),
                        "variable a is larger than 200 KiB"),
                Arguments.of(vars, "\"x\"", "environment_variables must be of list type"),
                Arguments.of(
                        talk,
                        Files.variable("array[number]", "[1, \"x\"]"),
                        "invalid array[number] value [1, 'x']"),
                Arguments.of(
                        talk,
                        "[{\"name\": \"a\", \"value_type\": \"string\", \"value\": \"\", \"description\": \""
                                + "d".repeat(256)
                                + "\"}]",
                        "description of conversation variable a is longer than 255 characters"),
                Arguments.of("/workflow/features", "[1]", "features must be of dict type"),
                Arguments.of(
                        "/workflow/features/file_upload", "1", "file_upload must be of dict type"),
                Arguments.of(
                        "/workflow/features/sensitive_word_avoidance",
                        "{\"enabled\": true}",
                        "sensitive_word_avoidance.type is required"),
                Arguments.of(
                        "/workflow/features/sensitive_word_avoidance",
                        "{\"enabled\": true, \"type\": \"keywords\"}",
                        "keywords is required"),
                moderation(
                        "\"keywords\": \"" + "a".repeat(10_001) + "\"",
                        "keywords length must be less than 10000"),
                moderation(
                        "\"keywords\": \"" + "a\\n".repeat(101) + "\"",
                        "the number of rows for the keywords must be less than 100"),
                moderation(
                        "\"keywords\": \"a\"",
                        "At least one of inputs_config or outputs_config must be enabled"),
                moderation(
                        "\"keywords\": \"a\", \"inputs_config\": {\"enabled\": true}",
                        "inputs_config.preset_response is required"),
                moderation(
                        "\"keywords\": \"a\", \"outputs_config\": {\"enabled\": true,"
                                + " \"preset_response\": \""
                                + "p".repeat(101)
                                + "\"}",
                        "outputs_config.preset_response must be less than 100 characters"));
    }

    private static Arguments moderation(String config, String message) {
        return Arguments.of(
                "/workflow/features/sensitive_word_avoidance",
                "{\"enabled\": true, \"type\": \"keywords\", \"config\": {" + config + "}}",
                message);
    }

    static Stream<Arguments> graphFaults() {
        return Stream.of(
                Arguments.of("/workflow/graph", "null", "Missing graph data in workflow"),
                Arguments.of("/workflow/graph/nodes", "{}", "nodes in graph must be of list type"),
                Arguments.of(
                        "/workflow/graph/nodes",
                        nodes("start", "trigger-schedule"),
                        "Start node and trigger nodes cannot coexist in the same workflow"),
                Arguments.of(
                        "/workflow/graph/nodes",
                        nodes("start", "datasource", "knowledge-index"),
                        "Node types that are not supported yet: datasource (node n1 'N1'), knowledge-index (node n2 'N2')"),
                Arguments.of(
                        "/workflow/graph/nodes",
                        nodes("end"),
                        "Graph validation failed: MISSING_NODE: the edge from s to h names the unknown node s; MISSING_NODE: the edge from s to h names the unknown node h; MISSING_NODE: the edge from h to e names the unknown node h; MISSING_NODE: the edge from h to e names the unknown node e; INVALID_ROOT: the graph has no start node"),
                Arguments.of(
                        "/workflow/graph/nodes/1/data/error_strategy",
                        "\"panic\"",
                        "Node h 'Call': unknown error_strategy panic"),
                Arguments.of(
                        "/workflow/graph/nodes/1/data/default_value",
                        "[{\"key\": \"a\", \"type\": \"object\", \"value\": \"{\"}]",
                        "Node h 'Call': Invalid JSON format for value: {"),
                Arguments.of(
                        "/workflow/graph/nodes/1/data/default_value",
                        "[{\"key\": \"a\", \"type\": \"object\", \"value\": \"3\"}]",
                        "Node h 'Call': Value must be dict type for 3"),
                Arguments.of(
                        "/workflow/graph/nodes/1/data/default_value",
                        "[{\"key\": \"a\", \"type\": \"number\", \"value\": \"x\"}]",
                        "Node h 'Call': Cannot convert to number: x"),
                Arguments.of(
                        "/workflow/graph/nodes/1/id",
                        "\"s\"",
                        "Graph validation failed: DUPLICATE_NODE: node id s is used twice; MISSING_NODE: the edge from s to h names the unknown node h; MISSING_NODE: the edge from h to e names the unknown node h"));
    }

    @ParameterizedTest
    @MethodSource({"headFaults", "variableFaults", "graphFaults"})
    void aFaultyWorkflowIsRefusedWithItsMessage(String where, String what, String message) {
        assertThat(refusal(Files.edited(where, what))).isEqualTo(message);
    }

    static Stream<Arguments> chatFaults() {
        return Stream.of(
                Arguments.of(
                        "/model_config",
                        "null",
                        "Missing model_config for chat/agent-chat/completion app"),
                Arguments.of("/model_config/model", "null", "model is required"),
                Arguments.of(
                        "/model_config/model/completion_params",
                        "{\"stop\": \"a\"}",
                        "stop in model.completion_params must be of list type"),
                Arguments.of(
                        "/model_config/model/completion_params",
                        "{\"stop\": [\"a\", \"b\", \"c\", \"d\", \"e\"]}",
                        "stop sequences must be less than 4"),
                Arguments.of(
                        "/model_config/chat_prompt_config",
                        "{\"prompt\": [" + "{}, ".repeat(10) + "{}]}",
                        "number of messages must be less than 10"),
                Arguments.of("/model_config/model/name", "\"\"", "model.name is required"),
                Arguments.of(
                        "/model_config/user_input_form",
                        "{\"a\": 1}",
                        "user_input_form must be of list type"),
                Arguments.of(
                        "/model_config/external_data_tools",
                        "[{\"variable\": \"v\", \"enabled\": true}]",
                        "The external data tool of variable v is of type , which is not supported: api is"),
                Arguments.of(
                        "/model_config/external_data_tools",
                        "[{\"variable\": \"v\", \"type\": \"api\", \"enabled\": true}]",
                        "api_based_extension_id is required"),
                Arguments.of(
                        "/model_config/opening_statement",
                        "5",
                        "opening_statement must be of string type"),
                Arguments.of(
                        "/model_config/suggested_questions",
                        "[5]",
                        "Elements in suggested_questions list must be of string type"),
                Arguments.of(
                        "/model_config/speech_to_text",
                        "true",
                        "speech_to_text must be of dict type"),
                Arguments.of(
                        "/model_config/speech_to_text",
                        "{\"enabled\": \"yes\"}",
                        "enabled in speech_to_text must be of boolean type"));
    }

    @ParameterizedTest
    @MethodSource("chatFaults")
    void aFaultyChatAppIsRefusedWithItsMessage(String where, String what, String message) {
        var file = Files.read(Files.CHAT);
        Files.set(file, where, what);

        assertThat(refusal(file)).isEqualTo(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "/model_config/model/completion_params | {\"stop\": [\"a\", \"b\", \"c\", \"d\"]}",
                "/model_config/chat_prompt_config | {\"prompt\": [{},{},{},{},{},{},{},{},{},{}]}",
            })
    void asMuchAsIsAllowedIsTaken(String where, String what) {
        var file = Files.read(Files.CHAT);
        Files.set(file, where, what);

        assertThat(Files.take(file)).isInstanceOf(ImportOutcome.Imported.class);
    }

    @ParameterizedTest
    @CsvSource({"'[]'", "'\"x\"'", "'null'", "'5'"})
    void whatIsNoMappingIsNoFile(String json) {
        assertThat(refusal(JsonReader.read(json)))
                .isEqualTo("Invalid YAML format: content must be a mapping");
    }

    private static String nodes(String... types) {
        var json = new StringBuilder("[");
        for (int i = 0; i < types.length; i++) {
            json.append(i == 0 ? "" : ",")
                    .append(
                            "{\"id\":\"n%d\",\"data\":{\"type\":\"%s\",\"title\":\"N%d\"}}"
                                    .formatted(i, types[i], i));
        }
        return json.append("]").toString();
    }

    private static String refusal(@Nullable Object file) {
        return switch (Files.take(file)) {
            case ImportOutcome.Refused refused -> refused.error();
            case ImportOutcome other -> throw new AssertionError(other);
        };
    }
}
