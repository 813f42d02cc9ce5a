package io.holdfast.engine.dsl.importing;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.engine.dsl.AppDefinition;
import io.holdfast.engine.dsl.AppMode;
import io.holdfast.engine.dsl.ErrorPolicy;
import io.holdfast.engine.dsl.Trees;
import io.holdfast.engine.dsl.healing.HealingOptions;
import io.holdfast.engine.registry.NodeTypes;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AppImporterTest {

    @Test
    void aWorkflowIsReadHealed() {
        var app = imported(Files.WORKFLOW).definition();

        assertThat(app.mode()).isEqualTo(AppMode.WORKFLOW);
        assertThat(app.name()).isEqualTo("Greeter");
        assertThat(app.workflow().graph().nodes())
                .extracting(node -> node.type())
                .containsExactly("start", "http-request", "end");
        assertThat(app.workflow().graph().edges())
                .allSatisfy(edge -> assertThat(edge.sourceHandle()).isEqualTo("source"));
        assertThat(app.workflow().graph().nodes().get(1).errorPolicy())
                .isEqualTo(
                        new ErrorPolicy(
                                ErrorPolicy.Strategy.NONE, Map.of(), 3, Duration.ofMillis(100)));
        assertThat(app.workflow().environmentVariables())
                .singleElement()
                .satisfies(variable -> assertThat(variable.value()).isEqualTo(3L));
    }

    @Test
    void aChatAppIsReadWithItsDefaults() {
        var config = imported(Files.CHAT).definition().basic().modelConfig();

        assertThat(Trees.map(config, "model"))
                .containsEntry("provider", "langgenius/openai/openai");
        assertThat(config)
                .containsEntry("prompt_type", "simple")
                .containsEntry("retriever_resource", Map.of("enabled", true))
                .containsEntry("more_like_this", Map.of("enabled", false));
    }

    @Test
    void theHealedTreeReadsAsTheSameDefinition() {
        for (String file : List.of(Files.WORKFLOW, Files.CHAT)) {
            var imported = imported(file);

            AppDefinition again = AppDefinitionReader.read(imported.tree());

            assertThat(again).isEqualTo(imported.definition());
        }
    }

    @Test
    void theFileItselfIsNotChanged() {
        var file = Files.read(Files.WORKFLOW);
        var before = Trees.copy(file);

        Files.take(file);

        assertThat(file).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource({
        "'\"0.1.0\"', imported, 0",
        "'\"0.1.5\"', imported, 0",
        "'\"0.6.0\"', imported, 0",
        "'\"0.6.1\"', imported, 1",
        "'\"0.7.0\"', imported, 1",
        "'\"0.6.0rc1\"', imported, 0",
        "'\"1.0.0\"', pending, 0",
        "'\"\"', imported, 0",
        "null, imported, 0"
    })
    void everyKnownVersionIsTakenAndANewerMajorIsAskedAbout(
            String version, String outcome, int warnings) {
        var result = Files.take(Files.edited("/version", version));

        switch (result) {
            case ImportOutcome.Imported imported -> {
                assertThat(outcome).isEqualTo("imported");
                assertThat(imported.warnings()).hasSize(warnings);
            }
            case ImportOutcome.NeedsConfirmation pending -> {
                assertThat(outcome).isEqualTo("pending");
                assertThat(pending.importedVersion()).isEqualTo("1.0.0");
            }
            case ImportOutcome.Refused refused -> throw new AssertionError(refused.error());
        }
    }

    @Test
    void aNewerMajorIsReadOnceConfirmed() {
        var file = Files.edited("/version", "\"1.0.0\"");

        assertThat(Files.importer().read(file, true)).isInstanceOf(ImportOutcome.Imported.class);
    }

    @Test
    void settingsThatANodeCannotUseAreRefused() {
        var importer =
                new AppImporter(
                        NodeTypes.supported(Set.of("time"), Set.of()),
                        HealingOptions.DEFAULT,
                        _ -> List.of("Node h 'Call': url is required"));

        assertThat(importer.read(Files.read(Files.WORKFLOW), false))
                .isEqualTo(
                        new ImportOutcome.Refused(
                                "0.3.0",
                                "Graph validation failed: Node h 'Call': url is required"));
    }

    @Test
    void defaultValuesAreConverted() {
        var file =
                Files.edited(
                        "/workflow/graph/nodes/1/data/default_value",
                        """
                        [{"key": "n", "type": "number", "value": "5"},
                         {"key": "o", "type": "object", "value": "{\\"a\\": [1]}"},
                         {"key": "s", "type": "string", "value": "5"},
                         {"key": "l", "type": "array[string]", "value": ["a"]}]
                        """);
        Files.set(file, "/workflow/graph/nodes/1/data/error_strategy", "\"default-value\"");

        var policy = imported(file).definition().workflow().graph().nodes().get(1).errorPolicy();

        assertThat(policy.strategy()).isEqualTo(ErrorPolicy.Strategy.DEFAULT_VALUE);
        assertThat(policy.defaultValues())
                .isEqualTo(
                        Map.of(
                                "n",
                                5.0,
                                "o",
                                Map.of("a", List.of(1L)),
                                "s",
                                "5",
                                "l",
                                List.of("a")));
    }

    @Test
    void legacyImageUploadBecomesTheNewForm() {
        var file =
                Files.edited(
                        "/workflow/features/file_upload",
                        """
                        {"image": {"enabled": true, "number_limits": 2, "transfer_methods": ["remote_url"]}}
                        """);

        assertThat(Trees.map(imported(file).definition().workflow().features(), "file_upload"))
                .containsEntry("enabled", true)
                .containsEntry("number_limits", 2L)
                .containsEntry("allowed_file_types", List.of("image"))
                .containsEntry("allowed_file_upload_methods", List.of("remote_url"))
                .containsEntry("allowed_file_extensions", List.of());
    }

    @Test
    void aKnowledgeBaseOfAnotherWorkspaceIsLeftOutAndTold() {
        String own = "0197e2f0-0000-7000-8000-00000000000a";
        var file =
                Files.edited(
                        "/workflow/graph/nodes/1/data",
                        """
                        {"type": "knowledge-retrieval", "title": "Look", "dataset_ids": ["%s", "k3J/0aZxxxxxxxxxxx=="]}
                        """
                                .formatted(own));

        var imported = imported(file);

        assertThat(imported.definition().workflow().graph().nodes().get(1).data())
                .containsEntry("dataset_ids", List.of(own));
        assertThat(imported.warnings())
                .containsExactly(
                        "Node 'Look' (h) uses a knowledge base whose id is not readable here"
                                + " (k3J/0aZxxxxx): left out. Name one of this installation.");
    }

    @Test
    void aBlankSecretIsTold() {
        var file =
                Files.edited("/workflow/environment_variables", Files.variable("secret", "\"\""));

        assertThat(imported(file).warnings())
                .containsExactly(
                        "The secret environment variable a has no value in the file: give it one"
                                + " before the app runs.");
    }

    @Test
    void datasetsOfOldChatAppsAreFoundInTheirAgent() {
        String id = "0197e2f0-0000-7000-8000-00000000000a";
        var file = Files.read(Files.CHAT);
        Files.set(
                file,
                "/model_config/agent_mode",
                """
                {"enabled": true, "strategy": "router", "tools": [{"dataset": {"enabled": true, "id": "%s"}}]}
                """
                        .formatted(id));

        var config = imported(file).definition().basic().modelConfig();

        assertThat(Trees.map(Trees.map(config, "dataset_configs"), "datasets"))
                .containsEntry(
                        "datasets", List.of(Map.of("dataset", Map.of("enabled", true, "id", id))));
    }

    private static ImportOutcome.Imported imported(String json) {
        return imported(Files.read(json));
    }

    private static ImportOutcome.Imported imported(Map<String, @Nullable Object> file) {
        return switch (Files.take(file)) {
            case ImportOutcome.Imported imported -> imported;
            case ImportOutcome other -> throw new AssertionError(other);
        };
    }
}
