package io.holdfast.engine.app.step;

import io.holdfast.engine.context.RunStart;
import io.holdfast.engine.node.NodeAnswer;
import io.holdfast.engine.node.NodeOutcome;
import io.holdfast.engine.node.NodeStep;
import io.holdfast.engine.node.StepRequest;
import io.holdfast.engine.run.Effect;
import io.holdfast.platform.time.Sleeper;
import io.opentelemetry.api.trace.Tracer;
import io.quarkus.arc.All;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BiConsumer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Finds the handler for what a node asks and turns its answer into the node's outcome. */
@ApplicationScoped
public class StepRunner {

    private static final Logger LOGGER = Logger.getLogger(StepRunner.class);

    /** The type of an error that no node type has a name for (dsl.md 3.0). */
    private static final String UNEXPECTED = "WorkflowNodeError";

    /** The service that is gone is likely to be replaced, and must not be stormed. */
    private static final Duration BEFORE_AGAIN = Duration.ofSeconds(1);

    private final Map<Class<?>, StepHandler<?, ?>> handlers = new HashMap<>();
    private final ExecutorService executor =
            Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("step-", 0).factory());

    private final StepTrace traces;
    private final Sleeper sleeper;

    public StepRunner(@All List<StepHandler<?, ?>> all, Tracer tracer, Sleeper sleeper) {
        this.sleeper = sleeper;
        this.traces = new StepTrace(tracer);
        all.forEach(handler -> handlers.put(handler.requestType(), handler));
    }

    @PreDestroy
    void close() {
        executor.shutdownNow();
    }

    /**
     * Carries a step out.
     *
     * @param traceparent the trace of the run, if any
     * @return cancelling it interrupts the step
     */
    public Future<?> run(
            Effect.Execute step,
            RunStart run,
            @Nullable String traceparent,
            StepListener listener) {
        return executor.submit(() -> {
            try {
                carryOut(step, run, traceparent, listener);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt(); // nobody waits for the answer
            }
        });
    }

    private void carryOut(
            Effect.Execute step, RunStart run, @Nullable String traceparent, StepListener listener)
            throws InterruptedException {
        try {
            listener.answered(
                    traces.within(
                            step,
                            run,
                            traceparent,
                            () -> answer(step, step.ask(), run, listener::piece)));
        } catch (CutOffException e) {
            LOGGER.warnf(
                    "Step %s of run %s was cut off and is done again: %s",
                    step.nodeId(), run.runId(), e.getMessage());
            sleeper.sleep(BEFORE_AGAIN);
            listener.cutOff();
        }
    }

    private <R> NodeAnswer answer(
            Effect.Execute step,
            NodeStep.Ask<R> ask,
            RunStart run,
            BiConsumer<String, String> pieces)
            throws InterruptedException {
        try {
            StepRequest<R> request = ask.request();
            return ask.meaning().apply(handle(step, request, run, pieces));
        } catch (StepException e) {
            return NodeOutcome.Failed.of(e.errorType(), String.valueOf(e.getMessage()));
        } catch (CutOffException e) {
            throw e;
        } catch (RuntimeException e) {
            LOGGER.errorf(e, "Step %s of run %s failed unexpectedly", step.nodeId(), run.runId());
            return NodeOutcome.Failed.of(UNEXPECTED, String.valueOf(e.getMessage()));
        }
    }

    @SuppressWarnings("unchecked") // a handler is registered under the class of its request
    private <R, Q extends StepRequest<R>> R handle(
            Effect.Execute step,
            StepRequest<R> request,
            RunStart run,
            BiConsumer<String, String> pieces)
            throws InterruptedException {
        StepHandler<R, Q> handler = (StepHandler<R, Q>) handlers.get(request.getClass());
        if (handler == null) {
            throw new StepException(
                    UNEXPECTED, "Nothing here can carry out " + request.getClass().getSimpleName());
        }
        Q typed = (Q) request;
        return handler.handle(new StepCall<>(typed, run, step.callId(), step.attempt(), pieces));
    }
}
