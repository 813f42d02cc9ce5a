package io.holdfast.engine.run;

import io.holdfast.engine.graph.Graph;
import io.holdfast.engine.graph.GraphEdge;
import io.holdfast.engine.graph.GraphNode;
import io.holdfast.engine.node.NodeKind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/** Decides which nodes come next: edges, joins and the spread of skips (dsl.md 4.2). */
final class Traversal {

    private static final String SUCCESS_HANDLE = "source";
    private static final String OLD_SUCCESS_HANDLE = "success-branch";

    private final Graph graph;
    private final EdgeState[] edges;
    private final StepState[] steps;
    private final Deque<Integer> ready = new ArrayDeque<>();

    Traversal(Graph graph) {
        this.graph = graph;
        this.edges = new EdgeState[graph.edges().size()];
        this.steps = new StepState[graph.nodes().size()];
        Arrays.fill(edges, EdgeState.UNDECIDED);
        Arrays.fill(steps, new StepState.Waiting());
    }

    /** What only other roots lead to is skipped (dsl.md 1.11). */
    void start() {
        ready.add(graph.root());
        for (GraphNode node : graph.nodes()) {
            if (node.kind() == NodeKind.ROOT
                    && node.number() != graph.root()
                    && steps[node.number()] instanceof StepState.Waiting waiting) {
                steps[node.number()] = waiting.skip();
                node.outgoing().forEach(edge -> skip(graph.edge(edge)));
            }
        }
    }

    StepState step(int node) {
        return steps[node];
    }

    void set(int node, StepState state) {
        steps[node] = state;
    }

    @Nullable Integer nextReady() {
        return ready.peek();
    }

    /** All nodes that could begin, in order. */
    List<Integer> ready() {
        return List.copyOf(ready);
    }

    /** Takes a node off the ready list; it has begun. */
    void begun(int node) {
        ready.remove(node);
    }

    /** All nodes in a given state, in the order of the graph. */
    <S extends StepState> List<Integer> in(Class<S> state) {
        List<Integer> found = new ArrayList<>();
        for (int node = 0; node < steps.length; node++) {
            if (state.isInstance(steps[node])) {
                found.add(node);
            }
        }
        return found;
    }

    /**
     * A node is done: its edges are decided.
     *
     * @param handle the handle that a branch chose; null stands for plain success
     * @param onTaken told of each edge that is taken, in order
     */
    void leave(GraphNode node, @Nullable String handle, IntConsumer onTaken) {
        boolean chooses = node.kind() == NodeKind.BRANCH;
        List<GraphEdge> outgoing = node.outgoing().stream().map(graph::edge).toList();
        if (chooses) {
            outgoing.stream().filter(edge -> !leadsOn(edge, handle)).forEach(this::skip);
        }
        for (GraphEdge edge : outgoing) {
            if (!chooses || leadsOn(edge, handle)) {
                edges[edge.number()] = EdgeState.TAKEN;
                onTaken.accept(edge.number());
                enqueueIfReady(edge.target());
            }
        }
    }

    private static boolean leadsOn(GraphEdge edge, @Nullable String handle) {
        if (handle == null || handle.equals(SUCCESS_HANDLE)) {
            return edge.handle().equals(SUCCESS_HANDLE) || edge.handle().equals(OLD_SUCCESS_HANDLE);
        }
        return edge.handle().equals(handle);
    }

    /** Skips an edge and all that can only be reached by it. A loop, for graphs may be deep. */
    private void skip(GraphEdge first) {
        Deque<GraphEdge> frontier = new ArrayDeque<>();
        frontier.add(first);
        while (!frontier.isEmpty()) {
            GraphEdge edge = frontier.remove();
            edges[edge.number()] = EdgeState.SKIPPED;
            int target = edge.target();
            if (count(target, EdgeState.UNDECIDED) > 0) {
                continue;
            }
            if (count(target, EdgeState.TAKEN) > 0) {
                enqueueIfReady(target);
            } else if (steps[target] instanceof StepState.Waiting waiting) {
                steps[target] = waiting.skip();
                graph.node(target).outgoing().forEach(next -> frontier.add(graph.edge(next)));
            }
        }
    }

    private void enqueueIfReady(int node) {
        if (steps[node] instanceof StepState.Waiting
                && count(node, EdgeState.UNDECIDED) == 0
                && !ready.contains(node)) {
            ready.add(node);
        }
    }

    private long count(int node, EdgeState state) {
        return graph.node(node).incoming().stream().filter(edge -> edges[edge] == state).count();
    }
}
