package io.holdfast.engine.node.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.holdfast.engine.agent.AgentStory;
import io.holdfast.engine.agent.McpServer;
import io.holdfast.engine.agent.Observation;
import io.holdfast.engine.agent.ToolCatalogRequest;
import io.holdfast.engine.node.GivenVariables;
import io.holdfast.engine.node.NodeData;
import io.holdfast.engine.node.NodeDataException;
import io.holdfast.engine.node.NodeOutcome;
import io.holdfast.engine.node.llm.ModelTool;
import io.holdfast.engine.node.llm.PromptMessage;
import io.holdfast.engine.node.llm.ToolCall;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The rules of dsl.md 3.16. */
class AgentNodeTest {

    private static final ToolCall LOOK = new ToolCall("c1", "look", "{\"q\": \"ships\"}");

    private final GivenVariables variables =
            new GivenVariables().with("s.topic", "ships").with("s.most", 3L);
    private final Map<String, @Nullable Object> parameters = new HashMap<>();

    AgentNodeTest() {
        give("model", Map.of("provider", "p", "model", "thinker", "mode", "chat"));
        give("instruction", "You know {{#s.topic#}}");
        give("query", "Tell me of {{#s.topic#}}");
        give("tools", List.of(tool("look", true), tool("off", false)));
    }

    private void give(String name, Object value) {
        parameters.put(name, Map.of("type", "constant", "value", value));
    }

    private static Map<String, Object> tool(String name, boolean enabled) {
        return Map.of(
                "enabled",
                enabled,
                "type",
                "builtin",
                "provider_name",
                "some/" + name,
                "tool_name",
                name,
                "parameters",
                Map.of(
                        "q", Map.of("auto", 1),
                        "page",
                                Map.of(
                                        "auto",
                                        0,
                                        "value",
                                        Map.of("type", "constant", "value", 2L))),
                "settings",
                Map.of("lang", Map.of("value", "en")),
                "schemas",
                List.of(
                        Map.of(
                                "name",
                                "q",
                                "type",
                                "string",
                                "form",
                                "llm",
                                "required",
                                true,
                                "llm_description",
                                "what to look for"),
                        Map.of("name", "page", "type", "number", "form", "llm"),
                        Map.of("name", "lang", "type", "string", "form", "form")));
    }

    private AgentStory begin(String strategy) {
        Map<String, @Nullable Object> data = new HashMap<>();
        data.put("agent_strategy_name", strategy);
        data.put("agent_parameters", parameters);
        return new AgentStory(AgentNode.parse(NodeData.of(data)), variables);
    }

    private AgentStory begin() {
        return begin("function_calling");
    }

    @Test
    void onlyTheToolsThatAreOnAreAskedForWithWhatIsLeftToTheModel() {
        assertThat(begin().asked())
                .isInstanceOfSatisfying(
                        ToolCatalogRequest.class,
                        request -> {
                            assertThat(request.choices()).hasSize(1);
                            assertThat(request.choices().getFirst().fixed())
                                    .isEqualTo(Map.of("lang", "en", "page", 2L));
                            assertThat(request.choices().getFirst().parameters())
                                    .contains(
                                            Map.of(
                                                    "type",
                                                    "object",
                                                    "properties",
                                                    Map.of(
                                                            "q",
                                                            Map.of(
                                                                    "type",
                                                                    "string",
                                                                    "description",
                                                                    "what to look for")),
                                                    "required",
                                                    List.of("q")));
                        });
    }

    @Test
    void aModelUsesToolsUntilItIsContent() {
        AgentStory story = begin().offers(AgentStory.tool("look"));

        assertThat(story.askedModel().messages())
                .containsExactly(new PromptMessage("system", "You know ships"));
        assertThat(story.askedModel().query())
                .contains(new PromptMessage("user", "Tell me of ships"));
        assertThat(story.askedModel().tools()).extracting(ModelTool::name).containsExactly("look");
        story.says("Let me see. ", LOOK);
        assertThat(story.askedTool().arguments()).isEqualTo(Map.of("q", "ships", "lang", "en"));
        story.observes(Observation.of("they float"));
        assertThat(story.askedModel().followUp())
                .containsExactly(
                        PromptMessage.ofAssistant("Let me see. ", List.of(LOOK)),
                        PromptMessage.ofTool("c1", "they float"));
        story.says("They float.");

        assertThat(story.outputs().get("text")).isEqualTo("Let me see. They float.");
        assertThat(story.outputs().get("usage")).isEqualTo(Map.of("total_tokens", 10L));
        assertThat(story.log())
                .containsExactly(
                        "ROUND 1 start",
                        "thinker Thought start",
                        "thinker Thought success",
                        "CALL look start",
                        "CALL look success",
                        "ROUND 1 success",
                        "ROUND 2 start",
                        "thinker Thought start",
                        "thinker Thought success",
                        "ROUND 2 success");
        assertThat(story.outputs().get("json"))
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.LIST)
                .hasSize(6);
    }

    @Test
    void severalCallsAreMadeOneAfterTheOtherAndStrangersAreNamed() {
        AgentStory story =
                begin().offers(AgentStory.tool("look"))
                        .says(
                                "",
                                LOOK,
                                new ToolCall("c2", "fly", "{}"),
                                new ToolCall("c3", "look", ""))
                        .observes(Observation.failed("no light"));

        assertThat(story.askedTool().arguments()).isEqualTo(Map.of("lang", "en"));
        story.observes(Observation.of("dark"));
        assertThat(story.askedModel().followUp())
                .extracting(PromptMessage::text)
                .containsExactly("", "no light", "there is not a tool named fly", "dark");
        assertThat(story.log()).contains("CALL look error", "CALL fly error");
    }

    @Test
    void theLastCallOfTheModelHasNoTools() {
        parameters.put(
                "maximum_iterations", Map.of("type", "variable", "value", List.of("s", "most")));
        AgentStory story = begin().offers(AgentStory.tool("look"));
        for (int i = 0; i < 2; i++) {
            assertThat(story.askedModel().tools()).isNotEmpty();
            story.says("", LOOK).observes(Observation.of("more"));
        }

        assertThat(story.askedModel().tools()).isEmpty();
        story.says("Enough.", LOOK);

        assertThat(story.outputs().get("text")).isEqualTo("Enough.");
    }

    @Test
    void reactTeachesTheModelInWords() {
        AgentStory story = begin("ReAct").offers(AgentStory.tool("look"));

        assertThat(story.askedModel().messages().getFirst().text())
                .startsWith("You know ships")
                .contains("\"name\": \"look\"");
        assertThat(story.askedModel().tools()).isEmpty();
        assertThat(story.askedModel().model().stop()).contains("Observation");
        assertThat(story.askedModel().showing().quiet()).isTrue();
        story.says(
                "Thought: look\nAction: {\"action\": \"look\", \"action_input\": {\"q\": \"x\"}}");
        assertThat(story.askedTool().arguments()).isEqualTo(Map.of("q", "x", "lang", "en"));
        story.observes(Observation.of("a sail"));
        assertThat(story.askedModel().followUp().getFirst().text()).contains("Observation: a sail");
        story.says(
                "Thought: so\nAction: {\"action\": \"Final Answer\", \"action_input\": \"A ship\"}");

        assertThat(story.outputs().get("text")).isEqualTo("A ship");
    }

    @Test
    void serversOfToolsAreNamedInTwoWays() {
        give("tools", List.of());
        give("mcp_server", "http://tools.example/sse");
        give(
                "mcp_servers_config",
                "{\"mcpServers\": {\"maps\": {\"url\": \"https://maps.example/mcp\","
                        + " \"headers\": {\"Authorization\": \"Bearer {{#s.topic#}}\"}}}}");

        assertThat(begin().asked())
                .isInstanceOfSatisfying(
                        ToolCatalogRequest.class,
                        request ->
                                assertThat(request.servers())
                                        .containsExactly(
                                                new McpServer(
                                                        "mcp",
                                                        "sse",
                                                        "http://tools.example/sse",
                                                        Map.of()),
                                                new McpServer(
                                                        "maps",
                                                        "streamable_http",
                                                        "https://maps.example/mcp",
                                                        Map.of("Authorization", "Bearer ships"))));
    }

    @Test
    void anAgentWithoutToolsJustAnswers() {
        give("tools", List.of());

        assertThat(begin().says("Ships float.").outputs().get("text")).isEqualTo("Ships float.");
    }

    @Test
    void whatIsMissingIsTold() {
        parameters.put("query", Map.of("type", "variable", "value", List.of("s", "gone")));

        assertThat(begin().outcome())
                .isInstanceOfSatisfying(
                        NodeOutcome.Failed.class,
                        failed -> {
                            assertThat(failed.errorType()).isEqualTo("AgentVariableNotFoundError");
                            assertThat(failed.message())
                                    .isEqualTo("Variable ['s', 'gone'] does not exist");
                        });
        assertThatThrownBy(() -> begin("tree_of_thought"))
                .isInstanceOf(NodeDataException.class)
                .hasMessageContaining("tree_of_thought is not supported yet");
    }
}
