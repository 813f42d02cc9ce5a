package io.holdfast.engine.app.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.holdfast.engine.app.yaml.DslYaml;
import io.holdfast.engine.dsl.Trees;
import io.holdfast.engine.dsl.form.StartForm;
import io.holdfast.engine.dsl.healing.HealingOptions;
import io.holdfast.engine.dsl.importing.AppDefinitionReader;
import io.holdfast.engine.dsl.importing.AppImporter;
import io.holdfast.engine.dsl.importing.GraphCheck;
import io.holdfast.engine.dsl.importing.ImportOutcome;
import io.holdfast.engine.registry.NodeTypes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Files that people exported from Dify, beside this repository where somebody put them. */
class CorpusTest {

    private static final System.Logger LOG = System.getLogger(CorpusTest.class.getName());
    private static final Set<String> SUPPORTED_UNDER_OLD_NAME = Set.of("variable-assigner");

    private final AppImporter importer =
            new AppImporter(
                    NodeTypes.supported(Set.of("time"), Set.of()),
                    HealingOptions.DEFAULT,
                    GraphCheck.NONE);

    @Test
    void filesOfSupportedNodesAreTakenAndAllOthersRefusedByName() throws IOException {
        List<Path> files = corpus();
        int taken = 0;
        int refused = 0;
        for (Path file : files) {
            Map<String, @Nullable Object> tree = Trees.map(DslYaml.read(Files.readString(file)));
            Set<String> foreign = unsupportedNodes(tree);
            switch (importer.read(tree, false)) {
                case ImportOutcome.Imported imported -> {
                    assertThat(foreign).as(file.toString()).isEmpty();
                    assertThat(AppDefinitionReader.read(imported.tree()))
                            .isEqualTo(imported.definition());
                    assertThat(StartForm.of(imported.definition())).isNotNull();
                    taken++;
                }
                case ImportOutcome.Refused no -> {
                    assertThat(foreign).as(file + ": " + no).isNotEmpty();
                    foreign.forEach(node -> assertThat(no.error()).contains(node));
                    assertThat(no.error()).contains("not supported yet");
                    refused++;
                }
                case ImportOutcome.NeedsConfirmation newer ->
                        throw new AssertionError(file + " " + newer);
            }
        }
        LOG.log(
                System.Logger.Level.INFO,
                "corpus: {0} files accepted, {1} refused",
                taken,
                refused);
        assertThat(taken + refused).isEqualTo(files.size());
    }

    @Test
    void whatIsImportedIsExportedAndImportedAgain() throws IOException {
        for (Path file : corpus()) {
            Object tree = DslYaml.read(Files.readString(file));
            if (importer.read(tree, false) instanceof ImportOutcome.Imported imported) {
                Object again = DslYaml.read(DslYaml.write(imported.tree()));

                assertThat(importer.read(again, false))
                        .isInstanceOfSatisfying(
                                ImportOutcome.Imported.class,
                                second ->
                                        assertThat(second.definition())
                                                .as(file.toString())
                                                .isEqualTo(imported.definition()));
            }
        }
    }

    private static Set<String> unsupportedNodes(Map<String, @Nullable Object> tree) {
        Set<String> names = new TreeSet<>();
        Map<String, @Nullable Object> graph = Trees.map(Trees.map(tree, "workflow"), "graph");
        for (Map<String, @Nullable Object> node : Trees.maps(graph, "nodes")) {
            Map<String, @Nullable Object> data = Trees.map(node, "data");
            String type = Trees.text(data, "type");
            boolean known =
                    NodeTypes.supported(Set.of("time"), Set.of()).nodeTypes().contains(type)
                            || SUPPORTED_UNDER_OLD_NAME.contains(type)
                            || type.endsWith("-start")
                            || "custom-note".equals(node.get("type"));
            if (!known) {
                names.add(
                        type
                                + " (node "
                                + Trees.text(node, "id")
                                + " '"
                                + Trees.text(data, "title")
                                + "')");
            }
        }
        return names;
    }

    private static List<Path> corpus() throws IOException {
        Path folder = Path.of(System.getProperty("holdfast.root", "."), "../shared/corpus");
        assumeTrue(Files.isDirectory(folder), "no corpus beside the repository");
        List<Path> files = new ArrayList<>();
        try (var entries = Files.list(folder)) {
            entries.filter(path -> path.toString().endsWith(".yml")).sorted().forEach(files::add);
        }
        assertThat(files).isNotEmpty();
        return files;
    }
}
