package io.holdfast.gateway.generation;

import io.holdfast.contracts.run.RunEvent;
import io.holdfast.contracts.run.RunHandle;
import io.holdfast.contracts.run.RunStatus;
import io.holdfast.gateway.http.Answer;
import io.holdfast.gateway.http.DifyException;
import io.holdfast.gateway.http.Fields;
import io.holdfast.gateway.stream.Failure;
import io.holdfast.gateway.stream.Metadata;

/** The bodies of blocking answers (http-api.md 2.6); how a failure is told differs by mode. */
final class BlockingAnswers {

    private BlockingAnswers() {}

    /**
     * @throws DifyException for a failed run of any but a workflow app
     */
    static Answer of(String mode, RunOutcome outcome) {
        RunEvent.Paused paused = outcome.paused();
        if (paused != null) {
            return PausedAnswers.of(mode, outcome.run(), paused);
        }
        RunEvent.Finished finished = outcome.finished();
        boolean failed = finished.status() == RunStatus.FAILED;
        if (mode.equals("workflow")) {
            return workflow(outcome.run(), finished);
        }
        if (failed && mode.equals("advanced-chat")) {
            throw DifyException.invalidParam("Run failed: " + finished.error());
        }
        if (failed) {
            throw Failure.ofModel(finished).asException();
        }
        return message(mode, outcome.run(), finished);
    }

    private static Answer workflow(RunHandle run, RunEvent.Finished finished) {
        Fields data =
                new Fields()
                        .put("id", run.runId())
                        .put("workflow_id", run.workflowId())
                        .put("status", finished.status().wireName())
                        .put("outputs", finished.outputs())
                        .put("error", finished.error())
                        .put("elapsed_time", finished.elapsedSeconds())
                        .put("total_tokens", finished.totalTokens())
                        .put("total_steps", finished.totalSteps())
                        .time("created_at", finished.startedAt())
                        .time("finished_at", finished.finishedAt());
        return Answer.ok(
                new Fields()
                        .put("task_id", run.taskId())
                        .put("workflow_run_id", run.runId())
                        .put("data", data.map())
                        .map());
    }

    private static Answer message(String mode, RunHandle run, RunEvent.Finished finished) {
        Fields body =
                new Fields()
                        .put("event", "message")
                        .put("task_id", run.taskId())
                        .put("id", run.messageId())
                        .put("message_id", run.messageId());
        if (!mode.equals("completion")) {
            body.put("conversation_id", run.conversationId());
        }
        return Answer.ok(
                body.put("mode", mode)
                        .put("answer", finished.answer())
                        .put("metadata", Metadata.of(run, finished))
                        .time("created_at", run.createdAt())
                        .map());
    }
}
