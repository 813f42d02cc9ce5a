package io.holdfast.engine.stream;

import io.holdfast.engine.graph.Graph;
import io.holdfast.engine.graph.GraphEdge;
import io.holdfast.engine.graph.GraphNode;
import io.holdfast.engine.node.NodeKind;
import io.holdfast.engine.node.ResponsePart;
import io.holdfast.engine.value.Selector;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;

/**
 * Tells whether it is certain that a response node will be reached: some path from the root to it
 * has no undecided blocking edge (dsl.md 4.5, rules 1 and 2). An edge blocks when its source is a
 * branch, a container or another response, or writes a variable that the response shows.
 */
final class BlockingEdges {

    private final Graph graph;

    BlockingEdges(Graph graph) {
        this.graph = graph;
    }

    boolean isReachable(GraphNode response, BitSet takenEdges) {
        Set<Selector> shown = conversationVariables(response);
        BitSet seen = new BitSet();
        Deque<Integer> frontier = new ArrayDeque<>();
        frontier.add(graph.root());
        seen.set(graph.root());
        while (!frontier.isEmpty()) {
            int here = frontier.remove();
            if (here == response.number()) {
                return true;
            }
            for (int number : graph.node(here).outgoing()) {
                GraphEdge edge = graph.edge(number);
                boolean open = takenEdges.get(number) || !blocks(here, shown);
                if (open && !seen.get(edge.target())) {
                    seen.set(edge.target());
                    frontier.add(edge.target());
                }
            }
        }
        return false;
    }

    /** Whether taking an edge of this node can make a response certain. */
    boolean mayBlock(int source) {
        NodeKind kind = graph.node(source).kind();
        return kind == NodeKind.BRANCH
                || kind == NodeKind.RESPONSE
                || kind == NodeKind.CONTAINER
                || !graph.logic(source).writes().isEmpty();
    }

    private boolean blocks(int source, Set<Selector> shown) {
        NodeKind kind = graph.node(source).kind();
        if (kind == NodeKind.BRANCH || kind == NodeKind.RESPONSE || kind == NodeKind.CONTAINER) {
            return true;
        }
        return graph.logic(source).writes().stream().anyMatch(shown::contains);
    }

    private static Set<Selector> conversationVariables(GraphNode response) {
        Set<Selector> selectors = new HashSet<>();
        for (ResponsePart part : response.logic().response()) {
            if (part instanceof ResponsePart.Reference(Selector selector)
                    && selector.owner().equals(Selector.CONVERSATION)) {
                selectors.add(selector.root());
            }
        }
        return selectors;
    }
}
