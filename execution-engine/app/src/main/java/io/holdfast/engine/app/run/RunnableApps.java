package io.holdfast.engine.app.run;

import io.holdfast.engine.app.catalog.AppVersions;
import io.holdfast.engine.app.catalog.PublishedApp;
import io.holdfast.engine.basic.BasicAppGraph;
import io.holdfast.engine.dsl.AppDefinition;
import io.holdfast.engine.dsl.BasicAppDefinition;
import io.holdfast.engine.dsl.GraphDefinition;
import io.holdfast.engine.dsl.WorkflowDefinition;
import io.holdfast.engine.graph.GraphCompiler;
import io.holdfast.engine.registry.Gates;
import io.holdfast.engine.registry.NodeTypes;
import io.holdfast.engine.run.Program;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Finds apps and compiles their graphs, each version once. */
@ApplicationScoped
class RunnableApps {

    private static final int MOST_PROGRAMS = 500;

    private final AppVersions versions;
    private final GraphCompiler compiler = new GraphCompiler(NodeTypes.all());
    private final Map<UUID, Program> programs = new ConcurrentHashMap<>();

    RunnableApps(AppVersions versions) {
        this.versions = versions;
    }

    /**
     * Finds a version of an app.
     *
     * @param workflowId the version; null means the newest
     * @return failed with a {@code HoldfastException} when there is no such app or version
     */
    Uni<RunnableApp> find(UUID appId, @Nullable UUID workflowId) {
        return versions.find(appId, workflowId).map(this::runnable);
    }

    /** Finds the version that a run began with, also when the app has been deleted since. */
    Uni<RunnableApp> findForResume(UUID appId, UUID workflowId) {
        return versions.findForResume(appId, workflowId).map(this::runnable);
    }

    private RunnableApp runnable(PublishedApp app) {
        if (programs.size() > MOST_PROGRAMS) {
            programs.clear(); // compiling again is cheap
        }
        Program program = programs.computeIfAbsent(app.versionId(), _ -> compile(app.definition()));
        return new RunnableApp(
                app.tenantId(),
                app.appId(),
                app.versionId(),
                app.definition(),
                program,
                app.environment());
    }

    private Program compile(AppDefinition app) {
        return new Program(compiler.compile(graphOf(app)), Gates.of(app));
    }

    private static GraphDefinition graphOf(AppDefinition app) {
        return switch (app.body()) {
            case WorkflowDefinition workflow -> workflow.graph();
            case BasicAppDefinition basic -> BasicAppGraph.of(basic, app.mode());
        };
    }
}
