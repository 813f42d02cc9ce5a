package io.holdfast.gateway.stream;

import io.holdfast.contracts.run.RunEvent;
import io.holdfast.contracts.run.RunHandle;
import io.holdfast.contracts.run.RunStatus;
import io.holdfast.gateway.http.Fields;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The {@code data} of workflow events (http-api.md 2.10). */
final class WorkflowEvents {

    private WorkflowEvents() {}

    static Map<String, @Nullable Object> started(RunHandle run, RunEvent.Started event) {
        return new Fields()
                .put("id", run.runId())
                .put("workflow_id", run.workflowId())
                .put("inputs", event.inputs())
                .time("created_at", event.at())
                .put("reason", event.reason())
                .map();
    }

    static Map<String, @Nullable Object> nodeStarted(RunEvent.StepStarted event) {
        return new Fields()
                .put("id", event.executionId())
                .put("node_id", event.nodeId())
                .put("node_type", event.nodeType())
                .put("title", event.title())
                .put("index", 1)
                .put("predecessor_node_id", null)
                .put("inputs", null)
                .put("inputs_truncated", false)
                .time("created_at", event.at())
                .put("extras", Map.of())
                .put("iteration_id", event.iterationId())
                .put("loop_id", event.loopId())
                .put("agent_strategy", strategy(event.agentStrategy()))
                .map();
    }

    private static @Nullable Map<String, @Nullable Object> strategy(@Nullable String name) {
        return name == null ? null : new Fields().put("name", name).put("icon", null).map();
    }

    static Map<String, @Nullable Object> log(RunEvent.StepLog event) {
        return new Fields()
                .put("node_execution_id", event.executionId())
                .put("id", event.id())
                .put("label", event.label())
                .put("parent_id", event.parentId())
                .put("error", event.error())
                .put("status", event.status())
                .put("data", event.data())
                .put("metadata", event.metadata())
                .put("node_id", event.nodeId())
                .map();
    }

    static Map<String, @Nullable Object> nodeFinished(RunEvent.StepFinished event) {
        return new Fields()
                .put("id", event.executionId())
                .put("node_id", event.nodeId())
                .put("node_type", event.nodeType())
                .put("title", event.title())
                .put("index", 1)
                .put("predecessor_node_id", null)
                .put("inputs", event.inputs())
                .put("inputs_truncated", false)
                .put("process_data", event.processData())
                .put("process_data_truncated", false)
                .put("outputs", event.outputs())
                .put("outputs_truncated", false)
                .put("status", event.status())
                .put("error", event.error())
                .put("elapsed_time", event.elapsedSeconds())
                .put("execution_metadata", event.executionMetadata())
                .time("created_at", event.startedAt())
                .time("finished_at", event.finishedAt())
                .put("files", event.files())
                .put("iteration_id", event.iterationId())
                .put("loop_id", event.loopId())
                .map();
    }

    static Map<String, @Nullable Object> nodeRetry(RunEvent.StepRetried event) {
        return new Fields()
                .all(nodeFinished(event.attempt()))
                .put("status", "retry")
                .put("retry_index", event.retryIndex())
                .map();
    }

    static Map<String, @Nullable Object> finished(RunHandle run, RunEvent.Finished event) {
        return new Fields()
                .put("id", run.runId())
                .put("workflow_id", run.workflowId())
                .put("status", event.status().wireName())
                .put("outputs", event.outputs())
                .put("error", error(event))
                .put("elapsed_time", event.elapsedSeconds())
                .put("total_tokens", event.totalTokens())
                .put("total_steps", event.totalSteps())
                .put(
                        "created_by",
                        new Fields().put("id", run.endUserId()).put("user", run.user()).map())
                .time("created_at", event.startedAt())
                .time("finished_at", event.finishedAt())
                .put("exceptions_count", event.exceptionsCount())
                .put("files", event.files())
                .map();
    }

    static @Nullable String error(RunEvent.Finished event) {
        return event.error() == null && event.status() == RunStatus.STOPPED
                ? "Stopped by user."
                : event.error();
    }
}
