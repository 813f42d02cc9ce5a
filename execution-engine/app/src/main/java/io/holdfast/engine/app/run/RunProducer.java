package io.holdfast.engine.app.run;

import io.holdfast.engine.app.journal.Journal;
import io.holdfast.engine.app.step.StepRunner;
import io.holdfast.engine.dsl.importing.GraphCheck;
import io.holdfast.engine.graph.GraphCompiler;
import io.holdfast.engine.graph.GraphException;
import io.holdfast.engine.registry.NodeTypes;
import io.holdfast.engine.run.RunLimits;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;

/** Makes the engine of runs. */
@ApplicationScoped
class RunProducer {

    @Produces
    @Singleton
    RunEngine engine(
            Journal journal,
            StepRunner steps,
            RunConfig config,
            Clock clock,
            Event<RunEnded> ended) {
        RunLimits limits =
                new RunLimits(config.maxSteps(), config.maxDuration(), config.maxInterruptions());
        return new RunEngine(journal, steps, limits, clock, ended::fire);
    }

    /** What cannot be compiled is refused when it is imported, not when it runs. */
    @Produces
    @Singleton
    GraphCheck graphCheck() {
        GraphCompiler compiler = new GraphCompiler(NodeTypes.all());
        return graph -> {
            try {
                compiler.compile(graph);
                return List.of();
            } catch (GraphException e) {
                return e.faults();
            }
        };
    }

    void close(@Disposes RunEngine engine) {
        engine.close();
    }
}
