package io.holdfast.gateway.generation;

import io.holdfast.contracts.run.RunEvent;
import io.holdfast.contracts.run.RunHandle;
import io.holdfast.gateway.http.Answer;
import io.holdfast.gateway.http.Fields;
import io.holdfast.gateway.stream.Metadata;
import io.holdfast.gateway.stream.PauseEvents;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The bodies of blocking answers of runs that wait for people (http-api.md 2.6). */
final class PausedAnswers {

    private PausedAnswers() {}

    static Answer of(String mode, RunHandle run, RunEvent.Paused paused) {
        return Answer.ok(mode.equals("workflow") ? workflow(run, paused) : chat(mode, run, paused));
    }

    private static Map<String, @Nullable Object> workflow(RunHandle run, RunEvent.Paused paused) {
        Fields data =
                new Fields()
                        .put("id", run.runId())
                        .put("workflow_id", run.workflowId())
                        .put("status", "paused")
                        .put("outputs", Map.of())
                        .put("error", null)
                        .put("elapsed_time", paused.elapsedSeconds())
                        .put("total_tokens", paused.totalTokens())
                        .put("total_steps", paused.totalSteps())
                        .time("created_at", paused.startedAt())
                        .put("finished_at", null)
                        .put("paused_nodes", paused.nodes())
                        .put("reasons", PauseEvents.reasons(paused));
        return new Fields()
                .put("task_id", run.taskId())
                .put("workflow_run_id", run.runId())
                .put("data", data.map())
                .map();
    }

    private static Map<String, @Nullable Object> chat(
            String mode, RunHandle run, RunEvent.Paused paused) {
        Map<String, @Nullable Object> metadata =
                Metadata.of(paused.usage(), paused.retrieverResources());
        Fields data =
                new Fields()
                        .put("id", run.messageId())
                        .put("mode", mode)
                        .put("conversation_id", run.conversationId())
                        .put("message_id", run.messageId())
                        .put("workflow_run_id", run.runId())
                        .put("answer", paused.answer())
                        .put("metadata", metadata)
                        .time("created_at", run.createdAt())
                        .put("paused_nodes", paused.nodes())
                        .put("reasons", PauseEvents.reasons(paused))
                        .put("status", "paused")
                        .put("elapsed_time", paused.elapsedSeconds())
                        .put("total_tokens", paused.totalTokens())
                        .put("total_steps", paused.totalSteps());
        return new Fields()
                .put("event", "workflow_paused")
                .put("task_id", run.taskId())
                .put("id", run.messageId())
                .put("message_id", run.messageId())
                .put("conversation_id", run.conversationId())
                .put("mode", mode)
                .put("answer", paused.answer())
                .put("metadata", metadata)
                .time("created_at", run.createdAt())
                .put("workflow_run_id", run.runId())
                .put("data", data.map())
                .map();
    }
}
