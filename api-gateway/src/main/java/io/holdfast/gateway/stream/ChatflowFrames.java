package io.holdfast.gateway.stream;

import io.holdfast.contracts.run.RunEvent;
import io.holdfast.contracts.run.RunHandle;
import io.holdfast.contracts.run.RunStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Chatflow apps: workflow events and message events in one stream (http-api.md 2.8 to 2.11). */
final class ChatflowFrames extends RunFrames {

    @Override
    List<Map<String, @Nullable Object>> bodies(RunHandle run, RunEvent event) {
        return switch (event) {
            case RunEvent.Started e ->
                    List.of(data(run, "workflow_started", WorkflowEvents.started(run, e)));
            case RunEvent.StepStarted e ->
                    List.of(data(run, "node_started", WorkflowEvents.nodeStarted(e)));
            case RunEvent.StepFinished e ->
                    List.of(data(run, "node_finished", WorkflowEvents.nodeFinished(e)));
            case RunEvent.StepRetried e ->
                    List.of(data(run, "node_retry", WorkflowEvents.nodeRetry(e)));
            case RunEvent.StepLog e -> List.of(data(run, "agent_log", WorkflowEvents.log(e)));
            case RunEvent.RoundsStarted e ->
                    List.of(data(run, ContainerEvents.started(e), ContainerEvents.data(e)));
            case RunEvent.RoundStarted e ->
                    List.of(data(run, ContainerEvents.next(e), ContainerEvents.data(e)));
            case RunEvent.RoundsFinished e ->
                    List.of(data(run, ContainerEvents.completed(e), ContainerEvents.data(e)));
            case RunEvent.FormFilled e ->
                    List.of(data(run, "human_input_form_filled", PauseEvents.filled(e)));
            case RunEvent.FormExpired e ->
                    List.of(data(run, "human_input_form_timeout", PauseEvents.expired(e)));
            case RunEvent.Paused e ->
                    PauseEvents.frames(run, e, (name, body) -> data(run, name, body));
            case RunEvent.Text e ->
                    List.of(
                            MessageEvents.message(
                                    run, e.text(), e.selector().isEmpty() ? null : e.selector()));
            case RunEvent.TextReplaced e ->
                    List.of(MessageEvents.replace(run, true, e.text(), e.reason()));
            case RunEvent.Finished e -> finished(run, e);
            case RunEvent.Thought e -> List.of(); // assistants only
            case RunEvent.MessageFile e -> List.of();
            case RunEvent.Accepted e -> List.of();
            case RunEvent.Unknown e -> List.of();
        };
    }

    @Override
    Map<String, @Nullable Object> error(RunHandle run, Failure failure) {
        return MessageEvents.error(run, true, failure);
    }

    /** A message ends only when its run ended well; then before the run (http-api.md 2.11). */
    private static List<Map<String, @Nullable Object>> finished(
            RunHandle run, RunEvent.Finished event) {
        if (event.isEarly()) {
            return List.of(early(run, event));
        }
        List<Map<String, @Nullable Object>> frames = new ArrayList<>();
        if (event.status() == RunStatus.SUCCEEDED
                || event.status() == RunStatus.PARTIAL_SUCCEEDED) {
            frames.add(MessageEvents.end(run, true, event, event.files()));
        }
        frames.add(data(run, "workflow_finished", WorkflowEvents.finished(run, event)));
        if (RunEvent.Finished.MODERATED.equals(event.errorType())) {
            frames.add(MessageEvents.end(run, true, event, event.files()));
        }
        return frames;
    }

    /** What ended before its graph began has no events of a workflow (http-api.md 2.11). */
    private static Map<String, @Nullable Object> early(RunHandle run, RunEvent.Finished event) {
        return event.status() == RunStatus.FAILED
                ? MessageEvents.error(run, true, Failure.ofModel(event))
                : MessageEvents.end(run, true, event, event.files());
    }

    private static Map<String, @Nullable Object> data(
            RunHandle run, String name, Map<String, @Nullable Object> data) {
        return MessageEvents.event(name, run, true)
                .put("workflow_run_id", run.runId())
                .put("data", data)
                .map();
    }
}
