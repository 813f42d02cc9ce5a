package io.holdfast.engine.node.iteration;

import io.holdfast.engine.node.NodeData;
import io.holdfast.engine.node.NodeDataException;
import io.holdfast.engine.value.Selector;
import java.util.Optional;

/**
 * The configuration of an iteration (dsl.md 3.12).
 *
 * @param width how many items are worked on at a time
 */
record IterationSpec(
        String startNodeId,
        Selector items,
        Optional<Selector> result,
        boolean parallel,
        int width,
        OnError onError,
        boolean flatten) {

    private static final int DEFAULT_WIDTH = 10;

    /** What the failure of an item means. */
    enum OnError {
        TERMINATE,
        CONTINUE,
        REMOVE
    }

    static IterationSpec parse(NodeData data) {
        boolean parallel = data.flag("is_parallel", false);
        int width = data.whole("parallel_nums").orElse(DEFAULT_WIDTH);
        return new IterationSpec(
                data.requireText("start_node_id"),
                data.requireSelector("iterator_selector"),
                data.selector("output_selector"),
                parallel,
                parallel ? Math.max(1, width) : 1,
                onError(data.text("error_handle_mode").orElse("terminated")),
                data.flag("flatten_output", true));
    }

    private static OnError onError(String mode) {
        return switch (mode) {
            case "terminated" -> OnError.TERMINATE;
            case "continue-on-error" -> OnError.CONTINUE;
            case "remove-abnormal-output" -> OnError.REMOVE;
            default -> throw new NodeDataException("error_handle_mode '" + mode + "' is not known");
        };
    }
}
