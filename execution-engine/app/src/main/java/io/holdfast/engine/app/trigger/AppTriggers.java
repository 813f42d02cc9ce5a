package io.holdfast.engine.app.trigger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.holdfast.engine.dsl.AppDefinition;
import io.holdfast.engine.dsl.NodeDefinition;
import io.holdfast.engine.dsl.WorkflowDefinition;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Keeps the table of triggers in step with the apps. */
@ApplicationScoped
public class AppTriggers {

    private static final Map<String, String> KINDS =
            Map.of("trigger-webhook", "webhook", "trigger-schedule", "schedule");

    /** A webhook keeps its id, so its URL stays what it is. */
    private static final String PUT =
            """
            insert into app_trigger (app_id, node_id, tenant_id, kind, data, webhook_id)
            select cast(:app as uuid), t.node_id, cast(:tenant as uuid), t.kind, t.data,
                t.webhook_id
            from json_to_recordset(cast(cast(:triggers as text) as json))
                as t (node_id text, kind text, data text, webhook_id text)
            on conflict (app_id, node_id) do update set kind = excluded.kind,
                data = excluded.data, webhook_id = case when excluded.kind = 'webhook'
                    then coalesce(app_trigger.webhook_id, excluded.webhook_id) end
            """;

    private static final String REMOVE =
            """
            delete from app_trigger where app_id = cast(:app as uuid) and node_id not in (
                select t.node_id from json_to_recordset(cast(cast(:triggers as text) as json))
                    as t (node_id text))
            """;

    private final ObjectMapper mapper;
    private final WebhookIds ids = new WebhookIds();

    AppTriggers(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    /** Makes the triggers of an app those of its new version, in the transaction of its caller. */
    public Uni<Void> publish(UUID tenantId, UUID appId, AppDefinition definition) {
        String triggers = json(triggers(definition));
        return Panache.getSession()
                .chain(session ->
                        session.flush() // the app's row comes first
                                .chain(() ->
                                        session.createNativeQuery(REMOVE)
                                                .setParameter("app", appId.toString())
                                                .setParameter("triggers", triggers)
                                                .executeUpdate())
                                .chain(() ->
                                        session.createNativeQuery(PUT)
                                                .setParameter("app", appId.toString())
                                                .setParameter("tenant", tenantId.toString())
                                                .setParameter("triggers", triggers)
                                                .executeUpdate()))
                .replaceWithVoid();
    }

    private List<Map<String, @Nullable Object>> triggers(AppDefinition definition) {
        List<Map<String, @Nullable Object>> triggers = new ArrayList<>();
        if (definition.body() instanceof WorkflowDefinition workflow) {
            for (NodeDefinition node : workflow.graph().nodes()) {
                String kind = KINDS.get(node.type());
                if (kind != null) {
                    triggers.add(row(node, kind));
                }
            }
        }
        return triggers;
    }

    private Map<String, @Nullable Object> row(NodeDefinition node, String kind) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("node_id", node.id());
        row.put("kind", kind);
        row.put("data", json(node.data()));
        row.put("webhook_id", kind.equals("webhook") ? ids.next() : null);
        return row;
    }

    private String json(Object value) {
        try {
            return mapper.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("what came as YAML can be written as JSON", e);
        }
    }
}
