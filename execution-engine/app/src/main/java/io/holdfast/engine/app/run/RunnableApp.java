package io.holdfast.engine.app.run;

import io.holdfast.engine.dsl.AppDefinition;
import io.holdfast.engine.graph.Graph;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A published version of an app, ready to run.
 *
 * @param environment environment variables by name, secrets in clear
 */
public record RunnableApp(
        UUID tenantId,
        UUID appId,
        UUID workflowId,
        AppDefinition definition,
        Graph graph,
        Map<String, @Nullable Object> environment) {}
