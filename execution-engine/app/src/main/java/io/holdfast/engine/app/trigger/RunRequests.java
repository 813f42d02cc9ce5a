package io.holdfast.engine.app.trigger;

import io.holdfast.contracts.event.EventEnvelope;
import io.holdfast.contracts.event.Topics;
import io.holdfast.contracts.trigger.RunRequested;
import io.holdfast.contracts.trigger.TriggerRequest;
import io.holdfast.platform.outbox.Outbox;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;

/** Takes requests for runs: once one is taken, its run will begin, whatever goes down meanwhile. */
@ApplicationScoped
class RunRequests {

    private final TriggerStore triggers;
    private final Outbox outbox;
    private final Pool pool;
    private final Clock clock;

    RunRequests(TriggerStore triggers, Outbox outbox, Pool pool, Clock clock) {
        this.triggers = triggers;
        this.outbox = outbox;
        this.pool = pool;
        this.clock = clock;
    }

    /**
     * Takes a request; fails with {@link TriggerNotFoundException} when there is no such trigger.
     */
    Uni<Void> take(TriggerRequest request) {
        RunRequested asked = request.request();
        return triggers.exists(asked.appId(), asked.nodeId())
                .invoke(there -> {
                    if (!there) {
                        throw new TriggerNotFoundException();
                    }
                })
                .chain(() -> outbox.append(pool, Topics.RUN_REQUESTS, event(request, asked)));
    }

    private EventEnvelope event(TriggerRequest request, RunRequested asked) {
        Map<String, Object> payload = new LinkedHashMap<>();
        payload.put("appId", asked.appId().toString());
        payload.put("nodeId", asked.nodeId());
        payload.put("inputs", asked.inputs());
        return new EventEnvelope(
                request.runId(),
                RunRequested.EVENT_TYPE,
                1,
                request.tenantId(),
                asked.appId().toString(),
                clock.instant(),
                null,
                payload);
    }
}
