package io.holdfast.engine.dsl.healing;

import io.holdfast.engine.dsl.Trees;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Heals a graph: all rules of dsl.md 1.9, in an order in which one finds what the other made. */
public final class GraphHealing {

    private final List<HealingStep> steps;

    public GraphHealing(HealingOptions options) {
        List<HealingStep> chosen = new ArrayList<>();
        chosen.add(new CanvasLeftovers());
        chosen.add(new EdgeDefaults());
        chosen.add(new RenamedNodeTypes());
        chosen.add(new ContainerMembership());
        chosen.add(new ContainerStarts());
        chosen.add(new IterationDefaults());
        chosen.add(new LegacyConditions());
        chosen.add(new ProviderNames());
        if (options.httpRetries()) {
            chosen.add(new HttpRetries());
        }
        chosen.add(new HttpBodies());
        chosen.add(new ToolVersions());
        chosen.add(new StructuredOutput());
        chosen.add(new OutputTypes());
        chosen.add(new CyclicEdges());
        this.steps = List.copyOf(chosen);
    }

    /**
     * Heals the {@code graph} block of a file in place.
     *
     * @param graph a tree that may be changed; afterwards {@code nodes} holds only maps with an id
     *     and a type, {@code edges} only maps with a source, a handle and a target
     * @param warnings takes one sentence for each change that the author should know of
     */
    public void heal(Map<String, @Nullable Object> graph, Consumer<String> warnings) {
        var tree = new GraphTree(Trees.maps(graph, "nodes"), Trees.maps(graph, "edges"));
        for (HealingStep step : steps) {
            step.heal(tree, warnings);
        }
        graph.put("nodes", new ArrayList<@Nullable Object>(tree.nodes()));
        graph.put("edges", new ArrayList<@Nullable Object>(tree.edges()));
    }
}
