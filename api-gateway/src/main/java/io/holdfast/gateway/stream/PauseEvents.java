package io.holdfast.gateway.stream;

import io.holdfast.contracts.run.RunEvent;
import io.holdfast.contracts.run.RunHandle;
import io.holdfast.gateway.http.Fields;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What clients are told of a run that waits for people (http-api.md 2.6, 2.10). */
public final class PauseEvents {

    private PauseEvents() {}

    /** Makes a frame of an event's name and its data. */
    interface Framing {
        Map<String, @Nullable Object> frame(String name, Map<String, @Nullable Object> data);
    }

    /** One frame for each form, then the pause itself. */
    static List<Map<String, @Nullable Object>> frames(
            RunHandle run, RunEvent.Paused event, Framing framing) {
        List<Map<String, @Nullable Object>> frames = new ArrayList<>();
        for (RunEvent.Form form : event.forms()) {
            frames.add(framing.frame("human_input_required", form(form).map()));
        }
        frames.add(framing.frame("workflow_paused", paused(run, event)));
        return frames;
    }

    private static Fields form(RunEvent.Form form) {
        return new Fields()
                .put("form_id", form.formId())
                .put("node_id", form.nodeId())
                .put("node_title", form.nodeTitle())
                .put("form_content", form.content())
                .put("inputs", form.inputs())
                .put("actions", form.actions())
                .put("display_in_ui", form.inWebApp())
                .put("form_token", form.token())
                .put("resolved_default_values", form.defaults())
                .time("expiration_time", form.expiresAt());
    }

    private static Map<String, @Nullable Object> paused(RunHandle run, RunEvent.Paused event) {
        return new Fields()
                .put("workflow_run_id", run.runId())
                .put("paused_nodes", event.nodes())
                .put("outputs", Map.of())
                .put("reasons", reasons(event))
                .put("status", "paused")
                .time("created_at", event.startedAt())
                .put("elapsed_time", event.elapsedSeconds())
                .put("total_tokens", event.totalTokens())
                .put("total_steps", event.totalSteps())
                .map();
    }

    /** Why the run waits: one reason for each form. */
    public static List<Map<String, @Nullable Object>> reasons(RunEvent.Paused event) {
        return event.forms().stream()
                .map(form ->
                        new Fields()
                                .put("TYPE", "human_input_required")
                                .all(form(form).map())
                                .map())
                .toList();
    }

    static Map<String, @Nullable Object> filled(RunEvent.FormFilled event) {
        return new Fields()
                .put("node_id", event.nodeId())
                .put("node_title", event.nodeTitle())
                .put("rendered_content", event.renderedContent())
                .put("action_id", event.actionId())
                .put("action_text", event.actionText())
                .put("submitted_data", event.submittedData())
                .map();
    }

    static Map<String, @Nullable Object> expired(RunEvent.FormExpired event) {
        return new Fields()
                .put("node_id", event.nodeId())
                .put("node_title", event.nodeTitle())
                .time("expiration_time", event.expiredAt())
                .map();
    }
}
