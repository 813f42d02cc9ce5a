package io.holdfast.gateway.stream;

import io.holdfast.contracts.run.RunEvent;
import io.holdfast.gateway.http.Fields;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Names and {@code data} of the events of iterations and loops (http-api.md 2.10). */
final class ContainerEvents {

    private static final String LOOP = "loop";

    private ContainerEvents() {}

    static String started(RunEvent.RoundsStarted event) {
        return event.container().type() + "_started";
    }

    static String next(RunEvent.RoundStarted event) {
        return event.container().type() + "_next";
    }

    static String completed(RunEvent.RoundsFinished event) {
        return event.container().type() + "_completed";
    }

    static Map<String, @Nullable Object> data(RunEvent.RoundsStarted event) {
        return identity(event.container())
                .time("created_at", event.at())
                .put("extras", Map.of())
                .put("metadata", Map.of(event.container().type() + "_length", event.length()))
                .put("inputs", event.inputs())
                .put("inputs_truncated", false)
                .map();
    }

    static Map<String, @Nullable Object> data(RunEvent.RoundStarted event) {
        Fields fields =
                identity(event.container())
                        .put("index", event.index())
                        .time("created_at", event.at())
                        .put("extras", Map.of());
        if (event.container().type().equals(LOOP)) {
            fields.put("pre_loop_output", Map.of());
        }
        return fields.map();
    }

    static Map<String, @Nullable Object> data(RunEvent.RoundsFinished event) {
        return identity(event.container())
                .put("outputs", event.outputs())
                .put("outputs_truncated", false)
                .time("created_at", event.startedAt())
                .put("extras", Map.of())
                .put("inputs", event.inputs())
                .put("inputs_truncated", false)
                .put("status", event.status())
                .put("error", null)
                .put("elapsed_time", event.elapsedSeconds())
                .put("total_tokens", event.totalTokens())
                .put("execution_metadata", event.executionMetadata())
                .time("finished_at", event.finishedAt())
                .put("steps", event.steps())
                .map();
    }

    private static Fields identity(RunEvent.Container container) {
        return new Fields()
                .put("id", container.nodeId())
                .put("node_id", container.nodeId())
                .put("node_type", container.type())
                .put("title", container.title());
    }
}
