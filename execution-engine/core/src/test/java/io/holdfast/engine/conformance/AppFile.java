package io.holdfast.engine.conformance;

import io.holdfast.engine.context.RunStart;
import io.holdfast.engine.dsl.AppDefinition;
import io.holdfast.engine.dsl.Trees;
import io.holdfast.engine.dsl.VariableDefinition;
import io.holdfast.engine.dsl.form.StartForm;
import io.holdfast.engine.dsl.healing.HealingOptions;
import io.holdfast.engine.dsl.importing.AppImporter;
import io.holdfast.engine.dsl.importing.GraphCheck;
import io.holdfast.engine.dsl.importing.ImportOutcome;
import io.holdfast.engine.graph.GraphCompiler;
import io.holdfast.engine.registry.NodeTypes;
import io.holdfast.engine.run.RunStory;
import io.holdfast.engine.value.JsonReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Writes the file of an app in few words: JSON with single quotes, selectors with dots. It is
 * imported, healed, compiled and run as any other.
 */
final class AppFile {

    private final String mode;
    private final List<Object> nodes = new ArrayList<>();
    private final List<Object> edges = new ArrayList<>();
    private final List<Object> conversation = new ArrayList<>();
    private @Nullable String container;
    private String containerKey = "";
    private HealingOptions healing = new HealingOptions(false);

    private AppFile(String mode) {
        this.mode = mode;
    }

    static AppFile workflow() {
        return new AppFile("workflow");
    }

    static AppFile chatflow() {
        return new AppFile("advanced-chat");
    }

    /** A selector in JSON. */
    static String selector(String dotted) {
        return Arrays.stream(dotted.split("\\.", -1))
                .map(part -> "'" + part + "'")
                .collect(Collectors.joining(",", "[", "]"));
    }

    AppFile healed(HealingOptions options) {
        healing = options;
        return this;
    }

    /** The start node S; each variable in JSON. */
    AppFile start(String... variables) {
        return node("S", "start", "'variables': [" + String.join(",", variables) + "]");
    }

    /** A number, not required. */
    static String number(String name) {
        return "{'variable': '%s', 'label': 'x', 'type': 'number', 'required': false}"
                .formatted(name);
    }

    /** A code node; each output as {@code name:type}. */
    AppFile code(String id, String outputs, String... more) {
        String declared =
                Arrays.stream(outputs.split(" ", -1))
                        .map(output -> output.split(":", 2))
                        .map(sides -> "'%s': {'type': '%s'}".formatted(sides[0], sides[1]))
                        .collect(Collectors.joining(","));
        return node(
                id,
                "code",
                "'code_language': 'python3', 'code': 'x', 'outputs': {%s}%s"
                        .formatted(declared, more(more)));
    }

    AppFile llm(String id, String prompt, String... more) {
        return node(
                id,
                "llm",
                "'model': {'provider': 'openai', 'name': 'm', 'mode': 'chat'},"
                        + " 'prompt_template': [{'role': 'user', 'text': '"
                        + prompt
                        + "'}]"
                        + more(more));
    }

    AppFile http(String id, String... more) {
        return node(
                id,
                "http-request",
                "'method': 'get', 'url': 'http://x.test/', 'body': {'type': 'none'}" + more(more));
    }

    /** An if-else with one case whose handle is {@code true}. */
    AppFile check(String id, String value, String operator, String expected) {
        return node(
                id,
                "if-else",
                "'cases': [{'case_id': 'true', 'logical_operator': 'and', 'conditions': [%s]}]"
                        .formatted(condition(value, operator, expected)));
    }

    static String condition(String value, String operator, String expected) {
        return "{'variable_selector': %s, 'comparison_operator': '%s', 'value': '%s'}"
                .formatted(selector(value), operator, expected);
    }

    AppFile answer(String id, String template) {
        return node(id, "answer", "'answer': '" + template + "'");
    }

    /** An end with one output for each {@code name=node.value}. */
    AppFile end(String id, String... outputs) {
        String list =
                Arrays.stream(outputs)
                        .map(output -> output.split("=", 2))
                        .map(sides ->
                                "{'variable': '%s', 'value_selector': %s}"
                                        .formatted(sides[0], selector(sides[1])))
                        .collect(Collectors.joining(","));
        return node(id, "end", "'outputs': [" + list + "]");
    }

    AppFile iteration(String id, String items, String result, String... more) {
        node(
                id,
                "iteration",
                "'start_node_id': '%sstart', 'iterator_selector': %s, 'output_selector': %s%s"
                        .formatted(id, selector(items), selector(result), more(more)));
        return within(id, "iteration");
    }

    AppFile loop(String id, int count, String... more) {
        node(
                id,
                "loop",
                "'start_node_id': '%sstart', 'loop_count': %d%s".formatted(id, count, more(more)));
        return within(id, "loop");
    }

    /** What follows stands in the container, until {@link #outside}. */
    private AppFile within(String id, String type) {
        container = id;
        containerKey = type + "_id";
        return node(id + "start", type + "-start", "");
    }

    AppFile outside() {
        container = null;
        return this;
    }

    AppFile node(String id, String type, String data) {
        Map<String, @Nullable Object> all = new LinkedHashMap<>(tree("{" + data + "}"));
        all.put("type", type);
        all.put("title", id);
        Map<String, @Nullable Object> node = new LinkedHashMap<>();
        if (container != null) {
            all.put(containerKey, container);
            node.put("parentId", container);
        }
        node.put("id", id);
        node.put("type", type.endsWith("-start") ? "custom-" + type : "custom");
        node.put("data", all);
        nodes.add(node);
        return this;
    }

    AppFile edge(String source, String handle, String target) {
        edges.add(Map.of("source", source, "sourceHandle", handle, "target", target));
        return this;
    }

    AppFile chain(String... ids) {
        for (int i = 0; i + 1 < ids.length; i++) {
            edge(ids[i], "source", ids[i + 1]);
        }
        return this;
    }

    AppFile conversation(String name, String type, String value) {
        conversation.add(
                tree(
                        "{'id': '%s', 'name': '%s', 'value_type': '%s', 'value': %s}"
                                .formatted(name, name, type, value)));
        return this;
    }

    /** Begins a run without inputs. */
    RunStory run() {
        return run(Map.of());
    }

    /** Begins a run with what a client gives. */
    RunStory run(Map<String, @Nullable Object> given) {
        AppDefinition app = definition();
        Map<String, @Nullable Object> variables = new LinkedHashMap<>();
        for (VariableDefinition variable : app.workflow().conversationVariables()) {
            variables.put(variable.name(), variable.value());
        }
        return new RunStory(new GraphCompiler(NodeTypes.all()).compile(app.workflow().graph()))
                .begin(start(StartForm.of(app).validate(given), variables));
    }

    private RunStart start(
            Map<String, @Nullable Object> inputs, Map<String, @Nullable Object> variables) {
        boolean chat = !mode.equals("workflow");
        return new RunStart(
                id(1),
                id(2),
                id(3),
                id(4),
                id(5),
                mode,
                "somebody",
                id(6),
                inputs,
                chat ? "2+2?" : null,
                List.of(),
                chat ? id(7) : null,
                chat ? id(8) : null,
                1,
                Map.of(),
                variables,
                1_760_000_000L,
                null);
    }

    private static UUID id(int number) {
        return new UUID(0x7000L, number);
    }

    private AppDefinition definition() {
        Map<String, @Nullable Object> workflow = new LinkedHashMap<>();
        workflow.put("graph", Map.of("nodes", nodes, "edges", edges));
        workflow.put("features", Map.of());
        workflow.put("conversation_variables", conversation);
        Map<String, @Nullable Object> file = new LinkedHashMap<>();
        file.put("version", "0.5.0");
        file.put("kind", "app");
        file.put("app", Map.of("name", "Story", "mode", mode));
        file.put("workflow", workflow);
        AppImporter importer =
                new AppImporter(
                        NodeTypes.supported(Set.of("time"), Set.of()), healing, GraphCheck.NONE);
        if (importer.read(file, false) instanceof ImportOutcome.Imported imported) {
            return imported.definition();
        }
        throw new AssertionError("not imported: " + importer.read(file, false));
    }

    private static String more(String... fields) {
        return Arrays.stream(fields).map(field -> ", " + field).collect(Collectors.joining());
    }

    private static Map<String, @Nullable Object> tree(String json) {
        return Trees.map(JsonReader.read(json.replace('\'', '"')));
    }
}
