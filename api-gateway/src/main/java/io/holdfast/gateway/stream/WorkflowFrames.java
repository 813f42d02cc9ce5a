package io.holdfast.gateway.stream;

import io.holdfast.contracts.run.RunEvent;
import io.holdfast.contracts.run.RunHandle;
import io.holdfast.gateway.http.Fields;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Workflow apps (http-api.md 2.8, 2.10, 2.11). */
final class WorkflowFrames extends RunFrames {

    @Override
    List<Map<String, @Nullable Object>> bodies(RunHandle run, RunEvent event) {
        return switch (event) {
            case RunEvent.Started e -> one(run, "workflow_started", WorkflowEvents.started(run, e));
            case RunEvent.StepStarted e -> one(run, "node_started", WorkflowEvents.nodeStarted(e));
            case RunEvent.StepFinished e ->
                    one(run, "node_finished", WorkflowEvents.nodeFinished(e));
            case RunEvent.StepRetried e -> one(run, "node_retry", WorkflowEvents.nodeRetry(e));
            case RunEvent.StepLog e -> one(run, "agent_log", WorkflowEvents.log(e));
            case RunEvent.RoundsStarted e ->
                    one(run, ContainerEvents.started(e), ContainerEvents.data(e));
            case RunEvent.RoundStarted e ->
                    one(run, ContainerEvents.next(e), ContainerEvents.data(e));
            case RunEvent.RoundsFinished e ->
                    one(run, ContainerEvents.completed(e), ContainerEvents.data(e));
            case RunEvent.FormFilled e ->
                    one(run, "human_input_form_filled", PauseEvents.filled(e));
            case RunEvent.FormExpired e ->
                    one(run, "human_input_form_timeout", PauseEvents.expired(e));
            case RunEvent.Paused e ->
                    PauseEvents.frames(run, e, (name, data) -> frame(run, name, data));
            case RunEvent.Text e -> one(run, "text_chunk", text(e));
            case RunEvent.Finished e ->
                    one(run, "workflow_finished", WorkflowEvents.finished(run, e));
            case RunEvent.TextReplaced e -> List.of(); // not sent any more: http-api.md 2.10
            case RunEvent.Thought e -> List.of(); // assistants only
            case RunEvent.MessageFile e -> List.of();
            case RunEvent.Accepted e -> List.of();
            case RunEvent.Unknown e -> List.of();
        };
    }

    @Override
    Map<String, @Nullable Object> error(RunHandle run, Failure failure) {
        return new Fields()
                .put("event", "error")
                .put("workflow_run_id", run.runId())
                .all(failure.keys())
                .map();
    }

    private static Map<String, @Nullable Object> text(RunEvent.Text event) {
        return new Fields()
                .put("text", event.text())
                .put("from_variable_selector", event.selector())
                .map();
    }

    private static List<Map<String, @Nullable Object>> one(
            RunHandle run, String name, Map<String, @Nullable Object> data) {
        return List.of(frame(run, name, data));
    }

    private static Map<String, @Nullable Object> frame(
            RunHandle run, String name, Map<String, @Nullable Object> data) {
        return new Fields()
                .put("event", name)
                .put("workflow_run_id", run.runId())
                .put("task_id", run.taskId())
                .put("data", data)
                .map();
    }
}
