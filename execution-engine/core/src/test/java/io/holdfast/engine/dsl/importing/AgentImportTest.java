package io.holdfast.engine.dsl.importing;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.engine.dsl.AppMode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Agents in files (dsl.md 5.7). */
class AgentImportTest {

    private static ImportOutcome read(String mode, String strategy) {
        Map<String, @Nullable Object> tool = new HashMap<>();
        tool.put("enabled", true);
        tool.put("provider_id", "somebody/search");
        tool.put("tool_name", "find");
        Map<String, @Nullable Object> config = new HashMap<>();
        config.put("model", Map.of("provider", "openai", "name", "gpt", "mode", "chat"));
        config.put(
                "agent_mode",
                Map.of("enabled", true, "strategy", strategy, "tools", List.of(tool)));
        Map<String, @Nullable Object> root = new HashMap<>();
        root.put("version", "0.3.0");
        root.put("kind", "app");
        root.put("app", Map.of("name", "Agent", "mode", mode));
        root.put("model_config", config);
        return Files.importer().read(root, false);
    }

    @Test
    void anAssistantIsTakenAndToolsThatAreNotHereAreNamed() {
        assertThat(read("agent-chat", "function_call"))
                .isInstanceOfSatisfying(
                        ImportOutcome.Imported.class,
                        imported -> {
                            assertThat(imported.definition().mode()).isEqualTo(AppMode.AGENT_CHAT);
                            assertThat(imported.warnings())
                                    .contains(
                                            "The tool somebody/search/find is not available here:"
                                                    + " the agent is told so.");
                        });
    }

    @Test
    void anOldChatThatIsAnAgentInAllButItsNameBecomesOne() {
        assertThat(read("chat", "react"))
                .isInstanceOfSatisfying(
                        ImportOutcome.Imported.class,
                        imported ->
                                assertThat(imported.definition().mode())
                                        .isEqualTo(AppMode.AGENT_CHAT));
        assertThat(read("chat", "router"))
                .isInstanceOfSatisfying(
                        ImportOutcome.Imported.class,
                        imported ->
                                assertThat(imported.definition().mode()).isEqualTo(AppMode.CHAT));
    }

    @Test
    void aStrategyThatIsNotHereIsRefused() {
        assertThat(read("agent-chat", "tree_of_thought"))
                .isInstanceOfSatisfying(
                        ImportOutcome.Refused.class,
                        refused ->
                                assertThat(refused.error())
                                        .isEqualTo(
                                                "agent strategy tree_of_thought is not supported"
                                                        + " yet"));
    }
}
