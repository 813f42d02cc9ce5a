package io.holdfast.engine.stream;

import io.holdfast.engine.graph.Graph;
import io.holdfast.engine.graph.GraphNode;
import io.holdfast.engine.node.NodeKind;
import io.holdfast.engine.node.ResponsePart;
import io.holdfast.engine.value.Lookup;
import io.holdfast.engine.value.Selector;
import io.holdfast.engine.value.ValueText;
import io.holdfast.engine.value.Variables;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Shows the response nodes of one walk through a graph, one after the other: text goes out in the
 * order of the templates, as soon as it is certain that its node will run (dsl.md 4.5).
 */
public final class ResponseStream {

    private final Graph graph;
    private final Variables variables;
    private final SourceState sources;
    private final StreamSink sink;
    private final BlockingEdges blocking;
    private final BitSet takenEdges = new BitSet();
    private final List<Session> dormant = new ArrayList<>();
    private final Deque<Session> queue = new ArrayDeque<>();
    private final Map<Selector, ChunkBuffer> buffers = new HashMap<>();
    private final Set<Selector> referenced = new HashSet<>();
    private @Nullable Session active;

    public ResponseStream(Graph graph, Variables variables, SourceState sources, StreamSink sink) {
        this.graph = graph;
        this.variables = variables;
        this.sources = sources;
        this.sink = sink;
        this.blocking = new BlockingEdges(graph);
        graph.nodes().stream()
                .filter(node -> node.kind() == NodeKind.RESPONSE)
                .sorted(Comparator.comparing(GraphNode::id))
                .forEach(this::addSession);
    }

    private void addSession(GraphNode node) {
        dormant.add(new Session(node));
        for (ResponsePart part : node.logic().response()) {
            if (part instanceof ResponsePart.Reference(Selector selector)) {
                referenced.add(selector);
            }
        }
    }

    /** The run begins: what is certain already goes out. */
    public void start() {
        activate();
        advance();
    }

    /** An edge was taken; responses behind it may have become certain. */
    public void edgeTaken(int edge) {
        takenEdges.set(edge);
        if (blocking.mayBlock(graph.edge(edge).source())) {
            activate();
            advance();
        }
    }

    /** Whether some response shows an output; pieces of all others are of no use. */
    public boolean shows(Selector output) {
        return referenced.contains(output);
    }

    /** A node gives a piece of one of its outputs. */
    public void chunk(Selector output, String delta) {
        if (referenced.contains(output)) {
            buffers.computeIfAbsent(output, _ -> new ChunkBuffer()).add(delta);
            advance();
        }
    }

    /** A node that gave pieces will give no more; the client sees an empty piece (dsl.md 3.3). */
    public void close(Selector output) {
        ChunkBuffer buffer = buffers.get(output);
        if (buffer != null) {
            buffer.add("");
            buffer.close();
            advance();
        }
    }

    /** The pieces of an output stay, also when its node has to begin anew. */
    public void settle(Selector output) {
        ChunkBuffer buffer = buffers.get(output);
        if (buffer != null) {
            buffer.settle();
            advance();
        }
    }

    /** The pieces of an output are void back to where they were settled: they will come again. */
    public void restart(Selector output) {
        ChunkBuffer buffer = buffers.get(output);
        if (buffer == null) {
            return;
        }
        buffer.reset();
        sink.retract(output.path());
    }

    /** Values or skips may let the active response go on. */
    public void advance() {
        while (true) {
            if (active == null) {
                active = queue.poll();
            }
            if (active == null || !drain(active)) {
                return;
            }
            active = null;
        }
    }

    private void activate() {
        dormant.removeIf(session -> {
            boolean certain = blocking.isReachable(session.node(), takenEdges);
            if (certain) {
                queue.add(session);
            }
            return certain;
        });
    }

    /** Emits what can be emitted; tells whether the whole response has been shown. */
    private boolean drain(Session session) {
        while (!session.isDone()) {
            boolean passed =
                    switch (session.current()) {
                        case ResponsePart.Literal(String text) -> {
                            emit(text, List.of(session.node().id(), "answer"));
                            yield true;
                        }
                        case ResponsePart.Reference(Selector selector) -> emitValue(selector);
                    };
            if (!passed) {
                return false;
            }
            session.advance();
        }
        return true;
    }

    private boolean emitValue(Selector selector) {
        ChunkBuffer buffer = buffers.get(selector);
        if (buffer != null && !isReplayed(buffer)) {
            while (buffer.hasNext()) {
                pass(buffer.next(), selector.path());
            }
            return buffer.isDrained();
        }
        if (isSourceSkipped(selector)) {
            return true;
        }
        if (variables.get(selector) instanceof Lookup.Found found) {
            emit(ValueText.markdown(found.value()), selector.path());
            return true;
        }
        return false;
    }

    private void pass(ChunkBuffer.Piece piece, List<String> selector) {
        switch (piece) {
            case ChunkBuffer.Piece.Text(String text) -> emit(text, selector);
            case ChunkBuffer.Piece.Settled _ -> sink.settle(selector);
        }
    }

    /** A stream that another response has shown already is shown again as a whole value. */
    private static boolean isReplayed(ChunkBuffer buffer) {
        return buffer.isDrained();
    }

    private boolean isSourceSkipped(Selector selector) {
        Optional<GraphNode> source =
                selector.isOfNode() ? graph.find(selector.owner()) : Optional.empty();
        return source.isPresent() && sources.isSkipped(source.get());
    }

    private void emit(String text, List<String> selector) {
        sink.text(text, selector);
    }
}
