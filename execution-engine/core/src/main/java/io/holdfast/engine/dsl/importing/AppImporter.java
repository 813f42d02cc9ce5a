package io.holdfast.engine.dsl.importing;

import io.holdfast.engine.dsl.AppDefinition;
import io.holdfast.engine.dsl.AppMode;
import io.holdfast.engine.dsl.Trees;
import io.holdfast.engine.dsl.healing.FeatureHealing;
import io.holdfast.engine.dsl.healing.GraphHealing;
import io.holdfast.engine.dsl.healing.HealingOptions;
import io.holdfast.engine.dsl.healing.ModelConfigHealing;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Makes an app of a parsed DSL file. The checks come in the order of dsl.md 1.10, so that a file
 * with several faults is refused with the same message as in Dify. Keeps nothing between calls.
 */
public final class AppImporter {

    private static final String OLDEST = "0.1.0";

    private final SupportedFeatures supported;
    private final GraphHealing healing;
    private final GraphCheck check;

    /**
     * An importer for what an engine supports.
     *
     * @param check looks at graphs that are otherwise in order
     */
    public AppImporter(SupportedFeatures supported, HealingOptions healing, GraphCheck check) {
        this.supported = supported;
        this.healing = new GraphHealing(healing);
        this.check = check;
    }

    /**
     * Takes a file in.
     *
     * @param root what the YAML parser made of it: maps, lists and scalars; is not changed
     * @param confirmed whether somebody agreed to a file of a newer major version
     */
    public ImportOutcome read(@Nullable Object root, boolean confirmed) {
        String version = "";
        try {
            if (!(root instanceof Map<?, ?> map)) {
                throw new ImportException("Invalid YAML format: content must be a mapping");
            }
            Map<String, @Nullable Object> tree = Trees.copy(map);
            version = version(tree);
            List<String> warnings = new ArrayList<>();
            if (!isAccepted(version, warnings) && !confirmed) {
                return new ImportOutcome.NeedsConfirmation(version);
            }
            return accept(version, tree, warnings);
        } catch (ImportException e) {
            String message = e.getMessage();
            return new ImportOutcome.Refused(version, message == null ? "" : message);
        }
    }

    private static String version(Map<String, @Nullable Object> tree) {
        Object version = tree.get("version");
        if (!Trees.isTruthy(version)) {
            tree.put("version", OLDEST);
            return OLDEST;
        }
        if (version instanceof String text) {
            return text;
        }
        throw new ImportException(
                "Invalid version type, expected str, got <class '"
                        + PythonTypes.nameOf(version)
                        + "'>");
    }

    /** Whether no confirmation is needed: all known versions and newer ones of the same major. */
    private static boolean isAccepted(String text, List<String> warnings) {
        DslVersion version =
                DslVersion.parse(text)
                        .orElseThrow(() -> new ImportException("Invalid DSL version: " + text));
        if (version.compareTo(DslVersion.CURRENT) > 0) {
            warnings.add(
                    "The file has DSL version "
                            + text
                            + ", the newest known is "
                            + DslVersion.CURRENT
                            + ": what it uses was checked, what it means may have changed.");
        }
        return version.major() <= DslVersion.CURRENT.major();
    }

    private ImportOutcome accept(
            String version, Map<String, @Nullable Object> tree, List<String> warnings) {
        tree.put("kind", "app");
        AppMode mode = AppSection.check(tree);
        if (mode.isGraph()) {
            takeGraph(tree, mode, warnings);
        } else {
            takeBasic(tree, agentOr(mode, tree), warnings);
        }
        AppDefinition definition = AppDefinitionReader.read(tree);
        if (mode.isGraph()) {
            GraphShape.check(definition.workflow().graph());
            refuse(check.faults(definition.workflow().graph()));
        }
        return new ImportOutcome.Imported(version, definition, Trees.freeze(tree), warnings);
    }

    /** Old files have agents among their chats. */
    private static AppMode agentOr(AppMode mode, Map<String, @Nullable Object> tree) {
        if (mode != AppMode.CHAT || !BasicAppCheck.isAgent(Trees.map(tree, "model_config"))) {
            return mode;
        }
        Trees.map(tree, "app").put("mode", AppMode.AGENT_CHAT.wireName());
        return AppMode.AGENT_CHAT;
    }

    private void takeGraph(
            Map<String, @Nullable Object> tree, AppMode mode, List<String> warnings) {
        Map<String, @Nullable Object> workflow = Trees.map(tree, "workflow");
        VariableCheck.environment(workflow, warnings);
        VariableCheck.conversation(workflow);
        Map<String, @Nullable Object> features = FeatureCheck.graph(workflow, mode, warnings);
        GateFeatures.graph(features, mode, supported.extensions(), warnings);
        FeatureHealing.heal(features);
        Map<String, @Nullable Object> graph = GraphShape.require(workflow);
        healing.heal(graph, warnings::add);
        GraphShape.checkRoots(graph);
        GraphShape.checkTypes(graph, supported.nodeTypes());
        ToolCheck.graph(graph, supported.toolProviders(), warnings);
        DeliveryCheck.graph(graph, warnings);
        TriggerCheck.graph(graph, warnings);
        DatasetIds.ofNodes(graph, warnings);
    }

    private void takeBasic(
            Map<String, @Nullable Object> tree, AppMode mode, List<String> warnings) {
        Map<String, @Nullable Object> config = Trees.map(tree, "model_config");
        FeatureCheck.basic(config, warnings);
        ModelConfigHealing.heal(config);
        BasicAppCheck.check(config, mode, supported.modes());
        GateFeatures.basic(config, supported.extensions(), warnings);
        ToolCheck.assistant(config, supported.toolProviders(), warnings);
        DatasetIds.ofConfig(config, warnings);
    }

    private static void refuse(List<String> faults) {
        if (!faults.isEmpty()) {
            throw new ImportException(GraphShape.INVALID + String.join("; ", faults));
        }
    }
}
