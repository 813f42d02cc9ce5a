package io.holdfast.engine.app.trigger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.holdfast.contracts.trigger.Schedule;
import io.holdfast.contracts.trigger.Webhook;
import io.holdfast.engine.node.NodeData;
import io.holdfast.engine.node.schedule.ScheduleSpec;
import io.holdfast.engine.node.webhook.WebhookSpec;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads the table of triggers. */
@ApplicationScoped
class TriggerStore {

    private static final TypeReference<Map<String, @Nullable Object>> OBJECT =
            new TypeReference<>() {};

    private static final String LIVE =
            "select t.* from app_trigger t join app a on a.id = t.app_id"
                    + " where a.deleted_at is null ";

    private final Pool pool;
    private final ObjectMapper mapper;

    TriggerStore(Pool pool, ObjectMapper mapper) {
        this.pool = pool;
        this.mapper = mapper;
    }

    /** All schedules of apps that are there. */
    Uni<List<Schedule>> schedules() {
        return pool.preparedQuery(LIVE + "and t.kind = 'schedule' order by t.app_id, t.node_id")
                .execute()
                .map(rows -> list(rows, this::schedule));
    }

    /** The webhook whose URL ends like that. */
    Uni<Optional<Webhook>> webhook(String id) {
        return pool.preparedQuery(LIVE + "and t.webhook_id = $1")
                .execute(Tuple.of(id))
                .map(rows -> list(rows, this::webhook).stream().findFirst());
    }

    /** The webhooks of an app. */
    Uni<List<Webhook>> webhooks(UUID appId) {
        return pool.preparedQuery(
                        LIVE + "and t.kind = 'webhook' and t.app_id = $1 order by t.node_id")
                .execute(Tuple.of(appId))
                .map(rows -> list(rows, this::webhook));
    }

    /** Whether an app that is there has a trigger. */
    Uni<Boolean> exists(UUID appId, String nodeId) {
        return pool.preparedQuery(LIVE + "and t.app_id = $1 and t.node_id = $2")
                .execute(Tuple.of(appId, nodeId))
                .map(rows -> rows.size() > 0);
    }

    private Schedule schedule(Row row) {
        ScheduleSpec spec = ScheduleSpec.parse(data(row));
        return new Schedule(
                row.getUUID("tenant_id"),
                row.getUUID("app_id"),
                row.getString("node_id"),
                spec.cron().orElse(null),
                spec.frequency(),
                spec.minuteOfDay(),
                spec.onMinute(),
                spec.weekdays(),
                spec.monthDays(),
                spec.lastDay(),
                spec.timezone());
    }

    private Webhook webhook(Row row) {
        WebhookSpec spec = WebhookSpec.parse(data(row));
        return new Webhook(
                row.getString("webhook_id"),
                row.getUUID("tenant_id"),
                row.getUUID("app_id"),
                row.getString("node_id"),
                spec.method(),
                spec.contentType(),
                parameters(spec.headers()),
                parameters(spec.params()),
                parameters(spec.body()),
                spec.statusCode(),
                spec.responseBody());
    }

    private static List<Webhook.Parameter> parameters(List<WebhookSpec.Parameter> parameters) {
        return parameters.stream()
                .map(one -> new Webhook.Parameter(one.name(), one.type(), one.required()))
                .toList();
    }

    private NodeData data(Row row) {
        try {
            return NodeData.of(mapper.readValue(row.getString("data"), OBJECT));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a trigger that cannot be read", e);
        }
    }

    private static <T> List<T> list(RowSet<Row> rows, Function<Row, T> map) {
        List<T> list = new ArrayList<>(rows.size());
        rows.forEach(row -> list.add(map.apply(row)));
        return list;
    }
}
