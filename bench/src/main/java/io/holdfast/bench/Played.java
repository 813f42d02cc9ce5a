package io.holdfast.bench;

import io.holdfast.engine.context.RunStart;
import io.holdfast.engine.dsl.EdgeDefinition;
import io.holdfast.engine.dsl.ErrorPolicy;
import io.holdfast.engine.dsl.GraphDefinition;
import io.holdfast.engine.dsl.NodeDefinition;
import io.holdfast.engine.graph.Graph;
import io.holdfast.engine.graph.GraphCompiler;
import io.holdfast.engine.node.NodeOutcome;
import io.holdfast.engine.registry.NodeTypes;
import io.holdfast.engine.run.Effect;
import io.holdfast.engine.run.JournalEvent;
import io.holdfast.engine.run.Program;
import io.holdfast.engine.run.RunCommand;
import io.holdfast.engine.run.RunLimits;
import io.holdfast.engine.run.RunMachine;
import io.holdfast.engine.run.Transition;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Graphs, and runs of them whose nodes are all answered at once. */
final class Played {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final RunLimits WIDE = new RunLimits(1_000_000, Duration.ofDays(1), 5);

    private Played() {}

    /** Code nodes one after the other. */
    static Graph chain(int length) {
        List<NodeDefinition> nodes = new ArrayList<>(List.of(node("n0", "start", null, Map.of())));
        List<EdgeDefinition> edges = new ArrayList<>();
        for (int i = 1; i < length; i++) {
            nodes.add(code("n" + i, null));
            edges.add(edge("n" + (i - 1), "n" + i));
        }
        return compile(nodes, edges);
    }

    /** Code nodes side by side, and an end that waits for all. */
    static Graph wide(int width) {
        List<NodeDefinition> nodes = new ArrayList<>(List.of(node("s", "start", null, Map.of())));
        List<EdgeDefinition> edges = new ArrayList<>();
        for (int i = 2; i < width; i++) {
            nodes.add(code("n" + i, null));
            edges.add(edge("s", "n" + i));
            edges.add(edge("n" + i, "e"));
        }
        nodes.add(node("e", "end", null, Map.of("outputs", List.of())));
        return compile(nodes, edges);
    }

    /** A loop with so many code nodes inside. */
    static Graph loop(int rounds, int inside) {
        List<NodeDefinition> nodes = new ArrayList<>();
        nodes.add(node("s", "start", null, Map.of()));
        nodes.add(node("l", "loop", null, Map.of("start_node_id", "n0", "loop_count", rounds)));
        nodes.add(node("n0", "loop-start", "l", Map.of()));
        List<EdgeDefinition> edges = new ArrayList<>(List.of(edge("s", "l")));
        for (int i = 1; i <= inside; i++) {
            nodes.add(code("n" + i, "l"));
            edges.add(edge("n" + (i - 1), "n" + i));
        }
        return compile(nodes, edges);
    }

    /** Plays a run to its end. */
    static List<JournalEvent> play(Graph graph) {
        RunMachine machine = new RunMachine(Program.of(graph), WIDE);
        List<JournalEvent> facts = new ArrayList<>();
        Deque<Effect.Execute> asked = new ArrayDeque<>();
        take(machine.handle(new RunCommand.Accept(start(), NOW)), facts, asked);
        while (!asked.isEmpty()) {
            Effect.Execute next = asked.remove();
            NodeOutcome outcome = NodeOutcome.Succeeded.of(Map.of(), Map.of("r", 1L));
            RunCommand answer =
                    new RunCommand.Answer(next.nodeId(), next.attempt(), outcome, NOW);
            take(machine.handle(answer), facts, asked);
        }
        if (!machine.status().isTerminal()) {
            throw new IllegalStateException("the run has not ended");
        }
        return facts;
    }

    /** Folds facts again. */
    static RunMachine replay(Graph graph, List<JournalEvent> facts) {
        RunMachine machine = new RunMachine(Program.of(graph), WIDE);
        facts.forEach(machine::replay);
        return machine;
    }

    private static void take(
            Transition transition, List<JournalEvent> facts, Deque<Effect.Execute> asked) {
        facts.addAll(transition.facts());
        for (Effect effect : transition.effects()) {
            if (effect instanceof Effect.Execute execute) {
                asked.add(execute);
            }
        }
    }

    private static Graph compile(List<NodeDefinition> nodes, List<EdgeDefinition> edges) {
        return new GraphCompiler(NodeTypes.all()).compile(new GraphDefinition(nodes, edges));
    }

    private static NodeDefinition code(String id, @Nullable String container) {
        return node(
                id,
                "code",
                container,
                Map.of(
                        "code_language",
                        "python3",
                        "code",
                        "x",
                        "outputs",
                        Map.of("r", Map.of("type", "number"))));
    }

    private static NodeDefinition node(
            String id,
            String type,
            @Nullable String container,
            Map<String, @Nullable Object> data) {
        return new NodeDefinition(id, type, id, "1", container, data, ErrorPolicy.NONE);
    }

    private static EdgeDefinition edge(String source, String target) {
        return new EdgeDefinition(source, "source", target);
    }

    private static RunStart start() {
        UUID id = new UUID(0x7000L, 1);
        return new RunStart(
                id, id, id, id, id, "workflow", "somebody", id, Map.of(), null, List.of(), null,
                null, 1, Map.of(), Map.of(), 1_760_000_000L, null);
    }
}
