package io.holdfast.engine.dsl.healing;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.engine.dsl.Trees;
import io.holdfast.engine.value.JsonReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GraphHealingTest {

    private final List<String> warnings = new ArrayList<>();

    @Test
    void stickyNotesAndNodesWithoutTypeAreDropped() {
        var graph =
                heal(
                        """
                        {"nodes": [
                          {"id": "n", "type": "custom-note", "data": {"type": "", "text": "hi"}},
                          {"id": 7, "type": "custom", "data": {"type": "start"}},
                          {"id": "x", "type": "custom", "data": {"title": "T"}}, "rubbish"],
                         "edges": [{"source": "7", "target": "n"}, 3]}
                        """);

        assertThat(ids(graph)).containsExactly("7");
        assertThat(Trees.list(graph.get("edges"))).isEmpty();
        assertThat(warnings).containsExactly("Node 'T' (x) has no id or no type: left out.");
    }

    @Test
    void anEdgeWithoutHandleLeavesTheSuccessPort() {
        var graph =
                heal(
                        """
                        {"nodes": [], "edges": [{"source": "a", "target": "b"},
                          {"source": "a", "sourceHandle": "true", "target": "c"},
                          {"source": 1, "target": "c"}]}
                        """);

        assertThat(Trees.maps(graph, "edges"))
                .extracting(edge -> edge.get("sourceHandle"))
                .containsExactly("source", "true");
        assertThat(warnings).hasSize(1);
    }

    @Test
    void anIterationThatStartsAtAnyChildGetsAStartOfItsOwn() {
        var graph =
                heal(
                        """
                        {"nodes": [
                          {"id": "it", "data": {"type": "iteration", "start_node_id": "child"}},
                          {"id": "child", "parentId": "it", "data": {"type": "llm"}}], "edges": []}
                        """);

        assertThat(ids(graph)).containsExactly("it", "child", "itstart");
        assertThat(data(graph, "it")).containsEntry("start_node_id", "itstart");
        assertThat(data(graph, "itstart"))
                .containsEntry("type", "iteration-start")
                .containsEntry("iteration_id", "it");
        assertThat(Trees.maps(graph, "edges"))
                .singleElement()
                .satisfies(edge ->
                        assertThat(edge)
                                .containsEntry("source", "itstart")
                                .containsEntry("sourceHandle", "source")
                                .containsEntry("target", "child"));
    }

    @Test
    void aContainerWithAStartKeepsItAndOneThatForgotItFindsIt() {
        var graph =
                heal(
                        """
                        {"nodes": [
                          {"id": "a", "data": {"type": "loop", "start_node_id": "s"}},
                          {"id": "s", "type": "custom-loop-start", "data": {"type": "loop-start", "loop_id": "a"}},
                          {"id": "b", "data": {"type": "loop"}},
                          {"id": "t", "parentId": "b", "data": {"type": "loop-start"}},
                          {"id": "c", "data": {"type": "loop"}}], "edges": []}
                        """);

        assertThat(ids(graph)).containsExactly("a", "s", "b", "t", "c", "cstart");
        assertThat(data(graph, "a")).containsEntry("start_node_id", "s");
        assertThat(data(graph, "b")).containsEntry("start_node_id", "t");
        assertThat(Trees.list(graph.get("edges"))).isEmpty();
    }

    @Test
    void aChildKnowsItsContainerByCanvasAndByData() {
        var graph =
                heal(
                        """
                        {"nodes": [
                          {"id": "it", "data": {"type": "iteration", "start_node_id": "s"}},
                          {"id": "s", "data": {"type": "iteration-start", "iteration_id": "it"}},
                          {"id": "x", "parentId": "it", "data": {"type": "code"}}], "edges": []}
                        """);

        assertThat(data(graph, "x"))
                .containsEntry("isInIteration", true)
                .containsEntry("iteration_id", "it");
        assertThat(node(graph, "s")).containsEntry("parentId", "it");
    }

    @Test
    void anIfElseOfOneConditionListBecomesOneCase() {
        var data =
                healNode(
                        """
                        {"type": "if-else", "logical_operator": "or", "conditions": [{"value": "x"}]}
                        """);

        assertThat(Trees.maps(data, "cases"))
                .singleElement()
                .isEqualTo(
                        Map.of(
                                "case_id", "true",
                                "logical_operator", "or",
                                "conditions", List.of(Map.of("value", "x"))));
    }

    @Test
    void anIterationGetsItsDefaults() {
        assertThat(healNode("{\"type\": \"iteration\", \"is_parallel\": true}"))
                .containsEntry("is_parallel", true)
                .containsEntry("parallel_nums", 10L)
                .containsEntry("error_handle_mode", "terminated")
                .containsEntry("flatten_output", true);
    }

    @ParameterizedTest
    @CsvSource({
        "openai, langgenius/openai/openai",
        "google, langgenius/gemini/google",
        "langgenius/tongyi/tongyi, langgenius/tongyi/tongyi"
    })
    void aBareModelProviderBecomesAPluginId(String old, String healed) {
        var data = healNode("{\"type\": \"llm\", \"model\": {\"provider\": \"" + old + "\"}}");

        assertThat(Trees.map(data, "model")).containsEntry("provider", healed);
    }

    @ParameterizedTest
    @CsvSource({
        "builtin, time, langgenius/time/time",
        "builtin, jina, langgenius/jina_tool/jina",
        "api, 0b5e, 0b5e"
    })
    void aBareToolProviderBecomesAPluginId(String kind, String old, String healed) {
        String json =
                "{\"type\":\"tool\",\"provider_type\":\"%s\",\"provider_id\":\"%s\"}"
                        .formatted(kind, old);

        assertThat(healNode(json)).containsEntry("provider_id", healed);
    }

    @Test
    void providersInsideRetrievalSettingsAreHealedToo() {
        var data =
                healNode(
                        """
                        {"type": "knowledge-retrieval",
                         "single_retrieval_config": {"model": {"provider": "openai"}},
                         "multiple_retrieval_config": {"reranking_model": {"provider": "cohere"},
                           "weights": {"vector_setting": {"embedding_provider_name": "openai"}}}}
                        """);

        assertThat(data.toString())
                .contains("provider=langgenius/cohere/cohere")
                .contains("provider=langgenius/openai/openai")
                .contains("embedding_provider_name=langgenius/openai/openai");
    }

    @Test
    void anHttpRequestGetsTheStudiosRetriesUnlessSwitchedOff() {
        assertThat(healNode("{\"type\": \"http-request\"}"))
                .containsEntry(
                        "retry_config",
                        Map.of("retry_enabled", true, "max_retries", 3L, "retry_interval", 100L));

        var off = read("{\"nodes\": [{\"id\": \"n\", \"data\": {\"type\": \"http-request\"}}]}");
        new GraphHealing(new HealingOptions(false)).heal(off, warnings::add);
        assertThat(data(off, "n")).doesNotContainKey("retry_config");

        assertThat(healNode("{\"type\": \"http-request\", \"retry_config\": {}}"))
                .containsEntry("retry_config", Map.of());
    }

    @Test
    void anHttpBodyOfOneTextBecomesAList() {
        var text = healNode("{\"type\": \"http-request\", \"body\": {\"data\": \"x\"}}");
        var none = healNode("{\"type\": \"http-request\", \"body\": {\"data\": null}}");

        assertThat(Trees.map(text, "body"))
                .containsEntry("data", List.of(Map.of("key", "", "type", "text", "value", "x")));
        assertThat(Trees.map(none, "body")).containsEntry("data", List.of());
    }

    @Test
    void settingsOfOldToolsAreWrapped() {
        var data = healNode("{\"type\": \"tool\", \"tool_configurations\": {\"n\": 3}}");
        var newer =
                healNode(
                        """
                        {"type": "tool", "version": "2", "tool_configurations": {"n": 3}}
                        """);

        Map<String, Object> wrapped = Map.of("n", Map.of("type", "constant", "value", 3L));
        assertThat(data)
                .containsEntry("tool_node_version", "2")
                .containsEntry("tool_configurations", wrapped)
                .containsEntry("tool_parameters", wrapped);
        assertThat(newer).containsEntry("tool_configurations", Map.of("n", 3L));
    }

    @Test
    void theOldNameOfTheAggregatorIsTranslated() {
        assertThat(healNode("{\"type\": \"variable-assigner\", \"variables\": []}"))
                .containsEntry("type", "variable-aggregator");
        assertThat(healNode("{\"type\": \"variable-assigner\", \"items\": []}"))
                .containsEntry("type", "assigner");
    }

    @ParameterizedTest
    @CsvSource({
        "structured_output_switch_on, true",
        "structured_output_enabled, true",
        "unrelated, false"
    })
    void structuredOutputHasOneSwitch(String key, boolean on) {
        assertThat(healNode("{\"type\": \"llm\", \"" + key + "\": true}"))
                .containsEntry("structured_output_enabled", on);
    }

    @Test
    void typeNamesAreSpeltAsToday() {
        var end =
                healNode(
                        """
                        {"type": "end", "outputs": [{"value_type": "Array[String]"}, {"variable": "x"}]}
                        """);
        var extractor =
                healNode(
                        """
                        {"type": "parameter-extractor", "parameters": [{"type": "bool"}, {"type": "select"}]}
                        """);

        assertThat(Trees.maps(end, "outputs"))
                .extracting(output -> output.get("value_type"))
                .containsExactly("array[string]", "any");
        assertThat(Trees.maps(extractor, "parameters"))
                .extracting(parameter -> parameter.get("type"))
                .containsExactly("boolean", "string");
    }

    @Test
    void edgesOfACycleAreDroppedWithAWarningAndNoOthers() {
        var graph =
                heal(
                        """
                        {"nodes": [], "edges": [
                          {"source": "a", "target": "b"}, {"source": "b", "target": "c"},
                          {"source": "c", "target": "b"}, {"source": "c", "target": "d"},
                          {"source": "d", "target": "d"}, {"source": "d", "target": "e"},
                          {"source": "e", "target": "f"}, {"source": "f", "target": "e"}]}
                        """);

        assertThat(Trees.maps(graph, "edges"))
                .extracting(edge -> edge.get("source") + "" + edge.get("target"))
                .containsExactly("ab", "cd", "de");
        assertThat(warnings)
                .hasSize(5)
                .first()
                .isEqualTo("The edge from b to c is part of a cycle: left out.");
    }

    @Test
    void aLongChainIsNoCycleAndNeedsNoStack() {
        List<@Nullable Object> edges = new ArrayList<>();
        for (int i = 0; i < 50_000; i++) {
            edges.add(Trees.copy(Map.of("source", "n" + i, "target", "n" + (i + 1))));
        }
        Map<String, @Nullable Object> graph = Trees.copy(Map.of("nodes", List.of()));
        graph.put("edges", edges);

        new GraphHealing(HealingOptions.DEFAULT).heal(graph, warnings::add);

        assertThat(Trees.list(graph.get("edges"))).hasSize(50_000);
    }

    @Test
    void healingTwiceChangesNothingMore() {
        var graph =
                heal(
                        """
                        {"nodes": [
                          {"id": "it", "data": {"type": "iteration", "start_node_id": "child"}},
                          {"id": "child", "parentId": "it", "data": {"type": "if-else", "conditions": []}},
                          {"id": "h", "data": {"type": "http-request", "body": {"data": "x"}}}],
                         "edges": [{"source": "h", "target": "it"}]}
                        """);
        var once = Trees.copy(graph);

        new GraphHealing(HealingOptions.DEFAULT).heal(graph, warnings::add);

        assertThat(graph).isEqualTo(once);
    }

    private Map<String, @Nullable Object> heal(String json) {
        Map<String, @Nullable Object> graph = read(json);
        new GraphHealing(HealingOptions.DEFAULT).heal(graph, warnings::add);
        return graph;
    }

    private Map<String, @Nullable Object> healNode(String data) {
        return data(heal("{\"nodes\": [{\"id\": \"n\", \"data\": " + data + "}]}"), "n");
    }

    private static Map<String, @Nullable Object> read(String json) {
        return Trees.map(JsonReader.read(json));
    }

    private static List<String> ids(Map<String, @Nullable Object> graph) {
        List<String> ids = new ArrayList<>();
        Trees.maps(graph, "nodes").forEach(node -> ids.add(String.valueOf(node.get("id"))));
        return ids;
    }

    private static Map<String, @Nullable Object> node(
            Map<String, @Nullable Object> graph, String id) {
        for (Map<String, @Nullable Object> node : Trees.maps(graph, "nodes")) {
            if (id.equals(node.get("id"))) {
                return node;
            }
        }
        throw new AssertionError("no node " + id);
    }

    private static Map<String, @Nullable Object> data(
            Map<String, @Nullable Object> graph, String id) {
        return Trees.map(node(graph, id), "data");
    }
}
