package io.holdfast.engine.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.engine.basic.BasicAgentNode;
import io.holdfast.engine.node.GivenVariables;
import io.holdfast.engine.node.NodeData;
import io.holdfast.engine.node.NodeLogic;
import io.holdfast.engine.node.knowledge.KnowledgeRequest;
import io.holdfast.engine.node.llm.ToolCall;
import io.holdfast.engine.value.FileValues;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Assistants of agent-chat apps (dsl.md 5.7). */
class AssistantTest {

    private static final String DATASET = "11111111-2222-3333-4444-555555555555";

    private static NodeLogic assistant(String strategy, int iterations) {
        Map<String, @Nullable Object> data = new HashMap<>();
        data.put("model", Map.of("provider", "p", "name", "thinker", "mode", "chat"));
        data.put("pre_prompt", "Be kind");
        data.put("dataset_ids", List.of(DATASET));
        data.put(
                "agent_mode",
                Map.of(
                        "enabled",
                        true,
                        "strategy",
                        strategy,
                        "max_iteration",
                        iterations,
                        "tools",
                        List.of(
                                Map.of(
                                        "enabled",
                                        true,
                                        "provider_type",
                                        "builtin",
                                        "provider_id",
                                        "time",
                                        "tool_name",
                                        "look",
                                        "tool_parameters",
                                        Map.of("zone", "UTC", "format", "")))));
        return BasicAgentNode.parse(NodeData.of(data));
    }

    private static AgentStory begin(String strategy, int iterations) {
        return new AgentStory(assistant(strategy, iterations), new GivenVariables());
    }

    @Test
    void aFileThatAToolMadeIsShownBeforeWhatItSaid() {
        Map<String, @Nullable Object> picture =
                FileValues.of(
                        new FileValues.Facts(
                                "image", "tool_file", "/f", "f1", "f.png", ".png", "image/png", 3));
        AgentStory story =
                begin("function_call", 3)
                        .offers(AgentStory.tool("look"))
                        .says("", new ToolCall("c1", "look", "{}"))
                        .observes(Observation.of("drawn").withFiles(List.of(picture)));
        assertThat(story.log())
                .containsSubsequence(
                        "1:  [look] {\"look\": {}} ",
                        "file image",
                        "1:  [look] {\"look\": {}} {\"look\": \"drawn\"}");
    }

    @Test
    void toolsAndKnowledgeBasesAreOffered() {
        assertThat(begin("function_call", 3).asked())
                .isInstanceOfSatisfying(
                        ToolCatalogRequest.class,
                        request -> {
                            assertThat(request.choices())
                                    .extracting(ToolChoice::tool)
                                    .containsExactly(
                                            "look", "dataset_11111111_2222_3333_4444_555555555555");
                            assertThat(request.choices().getFirst().fixed())
                                    .isEqualTo(Map.of("zone", "UTC"));
                        });
    }

    @ParameterizedTest
    @ValueSource(ints = {98, 99, 100, 100_000})
    void anAssistantAsksItsModelAHundredTimesAtMost(int iterations) {
        AgentStory story = begin("function_call", iterations).offers(AgentStory.tool("look"));
        int rounds = Math.min(iterations, 99);
        for (int i = 0; i < rounds; i++) {
            assertThat(story.askedModel().tools()).as("round %d", i).isNotEmpty();
            story.says("", new ToolCall("c" + i, "look", "{}")).observes(Observation.of("seen"));
        }

        assertThat(story.askedModel().tools()).as("the last round has no tools").isEmpty();
        assertThat(story.says("Done.").outputs()).isNotEmpty();
    }

    @Test
    void eachRoundIsAThoughtAndTheTextsStandInLines() {
        AgentStory story =
                begin("function_call", 3)
                        .offers(AgentStory.tool("look"))
                        .says("Looking.", new ToolCall("c", "look", "{\"q\": \"x\"}"));
        story.observes(Observation.of("seen"));
        assertThat(story.askedModel().showing().lead()).isEqualTo("\n");
        story.says("Done.");

        assertThat(story.outputs().get("text")).isEqualTo("Looking.\nDone.");
        assertThat(story.log())
                .containsExactly(
                        "1:  []  ",
                        "1: Looking. [look] {\"look\": {\"q\": \"x\"}} ",
                        "1: Looking. [look] {\"look\": {\"q\": \"x\"}} {\"look\": \"seen\"}",
                        "2:  []  ",
                        "2: Done. []  ");
    }

    @Test
    void aKnowledgeBaseIsSearched() {
        AgentStory story =
                begin("function_call", 3)
                        .offers(
                                new OfferedTool(
                                        "dataset_x",
                                        "",
                                        "",
                                        Map.of(),
                                        "dataset",
                                        DATASET,
                                        "dataset_x",
                                        Map.of()))
                        .says("", new ToolCall("c", "dataset_x", "{\"query\": \"ships\"}"));

        assertThat(story.asked())
                .isInstanceOfSatisfying(
                        KnowledgeRequest.class,
                        request -> {
                            assertThat(request.retrieval().query()).isEqualTo("ships");
                            assertThat(request.retrieval().datasetIds())
                                    .containsExactly(java.util.UUID.fromString(DATASET));
                        });
    }

    @Test
    void theModelIsAskedOnceMoreThanItMayUseTools() {
        AgentStory story = begin("react", 1).offers(AgentStory.tool("look"));
        story.says("Thought: a\nAction: {\"action\": \"look\", \"action_input\": \"x\"}");
        assertThat(story.askedTool().arguments()).containsEntry("q", "x");
        story.observes(Observation.of("seen"));

        assertThat(story.askedModel().messages().getFirst().text()).contains("no tools to use");
        story.says("Final Answer: that is it");
        assertThat(story.outputs().get("text")).isEqualTo("that is it");
    }
}
