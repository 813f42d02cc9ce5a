package io.holdfast.engine.app.journal;

import io.holdfast.contracts.event.EventEnvelope;
import io.holdfast.contracts.event.Topics;
import io.holdfast.contracts.run.RunEvent;
import io.holdfast.engine.context.RunStart;
import io.holdfast.platform.outbox.Outbox;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletionStage;

/** Tells the world of runs that began and ended, in the transaction that made it true. */
@ApplicationScoped
class RunNotices {

    private final Outbox outbox;

    RunNotices(Outbox outbox) {
        this.outbox = outbox;
    }

    /** Appends what the appends of a group say to the outbox. */
    CompletionStage<Void> append(
            io.vertx.sqlclient.SqlConnection connection, List<Append> appends) {
        List<EventEnvelope> notices = new ArrayList<>();
        for (Append append : appends) {
            NewRun begun = append.newRun();
            if (begun != null) {
                notices.add(notice("run.accepted", append.start(), begun.at(), Map.of()));
            }
            RunEvent.Finished finished = append.finished();
            if (finished != null) {
                notices.add(
                        notice(
                                "run.finished",
                                append.start(),
                                finished.finishedAt(),
                                result(finished)));
            }
        }
        return outbox.append(SqlConnection.newInstance(connection), Topics.RUN_EVENTS, notices)
                .subscribeAsCompletionStage();
    }

    private static Map<String, Object> result(RunEvent.Finished finished) {
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("status", finished.status().wireName());
        if (finished.errorType() != null) {
            result.put("errorType", finished.errorType());
        }
        result.put("totalTokens", finished.totalTokens());
        result.put("totalSteps", finished.totalSteps());
        result.put("elapsedSeconds", finished.elapsedSeconds());
        return result;
    }

    /** Repeating a group gives the same event again, which consumers know by its id. */
    private static EventEnvelope notice(
            String type, RunStart start, Instant at, Map<String, Object> more) {
        Map<String, Object> payload = new LinkedHashMap<>();
        payload.put("runId", start.runId().toString());
        payload.put("appId", start.appId().toString());
        payload.put("workflowId", start.workflowId().toString());
        payload.put("appMode", start.appMode());
        payload.putAll(more);
        String key = start.runId().toString();
        UUID id = UUID.nameUUIDFromBytes((key + "/" + type).getBytes(StandardCharsets.UTF_8));
        return new EventEnvelope(id, type, 1, start.tenantId(), key, at, null, payload);
    }
}
