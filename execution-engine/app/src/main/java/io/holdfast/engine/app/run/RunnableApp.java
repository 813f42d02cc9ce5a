package io.holdfast.engine.app.run;

import io.holdfast.engine.dsl.AppDefinition;
import io.holdfast.engine.graph.Graph;
import io.holdfast.engine.run.Program;
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
        Program program,
        Map<String, @Nullable Object> environment) {

    /** The graph that its runs walk through. */
    public Graph graph() {
        return program.graph();
    }
}
