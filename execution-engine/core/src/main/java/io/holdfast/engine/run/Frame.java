package io.holdfast.engine.run;

import io.holdfast.contracts.run.RunEvent;
import io.holdfast.engine.graph.Graph;
import io.holdfast.engine.graph.GraphNode;
import io.holdfast.engine.stream.ResponseStream;
import io.holdfast.engine.value.Selector;
import io.holdfast.engine.value.VariablePool;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One walk through a graph: that of the run, or that of one round of a container. */
final class Frame {

    private final String path;
    private final Graph graph;
    private final VariablePool pool;
    private final Traversal traversal;
    private final ResponseStream responses;
    private final RunOutputs outputs = new RunOutputs();
    private final @Nullable Place place;
    private final @Nullable List<RunEvent> held;
    private int open;
    private boolean left;
    private @Nullable String error;

    /**
     * Where the frame of a round stands.
     *
     * @param container the step whose round it is
     */
    record Place(Step container, int index, Instant begunAt) {}

    /**
     * @param place null for the frame of the run itself
     * @param holds whether events are kept back until the round is over
     */
    Frame(
            String path,
            Graph graph,
            VariablePool pool,
            @Nullable Place place,
            boolean holds,
            Showing showing) {
        this.path = path;
        this.graph = graph;
        this.pool = pool;
        this.traversal = new Traversal(graph);
        this.place = place;
        this.held = holds ? new ArrayList<>() : null;
        this.responses = new ResponseStream(graph, pool, this::isSkipped, showing.sink(this));
    }

    void start() {
        traversal.start();
        responses.start();
    }

    String path() {
        return path;
    }

    Graph graph() {
        return graph;
    }

    VariablePool pool() {
        return pool;
    }

    Traversal traversal() {
        return traversal;
    }

    ResponseStream responses() {
        return responses;
    }

    RunOutputs outputs() {
        return outputs;
    }

    @Nullable Place place() {
        return place;
    }

    /** The frame in which the container stands whose round this is; null for the outermost. */
    @Nullable Frame outer() {
        return place == null ? null : place.container().frame();
    }

    boolean isOutermost() {
        return place == null;
    }

    /** Events that are kept back; null when none are. */
    @Nullable List<RunEvent> held() {
        return held;
    }

    void opened() {
        open++;
    }

    void closed() {
        open--;
    }

    /** Whether a node works or waits for another attempt. */
    boolean hasOpenSteps() {
        return open > 0;
    }

    /** Nothing more begins here: the round has failed. */
    void fail(String message) {
        error = message;
    }

    @Nullable String error() {
        return error;
    }

    void leave() {
        left = true;
    }

    /** Whether a node ran that ends the container. */
    boolean isLeft() {
        return left;
    }

    boolean isExhausted() {
        return error != null || (!hasOpenSteps() && traversal.nextReady() == null);
    }

    @Nullable Step nextReady() {
        Integer next = error == null ? traversal.nextReady() : null;
        return next == null ? null : new Step(this, graph.node(next));
    }

    /** All steps that could begin, in order. */
    List<Step> ready() {
        return error != null
                ? List.of()
                : traversal.ready().stream()
                        .map(number -> new Step(this, graph.node(number)))
                        .toList();
    }

    <S extends StepState> List<Step> in(Class<S> state) {
        return traversal.in(state).stream()
                .map(number -> new Step(this, graph.node(number)))
                .toList();
    }

    /** The order matters: pieces, then values, then edges (dsl.md 4.3). */
    void finish(GraphNode node, Map<String, @Nullable Object> result, @Nullable String handle) {
        for (String output : node.logic().streamedOutputs()) {
            responses.close(Selector.of(node.id(), output));
        }
        pool.putAll(node.id(), result);
        closed();
        traversal.leave(node, handle, responses::edgeTaken);
        responses.advance();
    }

    void restartStreams(GraphNode node) {
        for (String output : node.logic().streamedOutputs()) {
            responses.restart(Selector.of(node.id(), output));
        }
    }

    /** What the node has streamed so far stays, whatever becomes of what follows. */
    void settleStreams(GraphNode node) {
        for (String output : node.logic().streamedOutputs()) {
            responses.settle(Selector.of(node.id(), output));
        }
    }

    private boolean isSkipped(GraphNode node) {
        return traversal.step(node.number()) instanceof StepState.Skipped;
    }
}
