package io.holdfast.engine.app.step;

import io.holdfast.engine.context.RunStart;
import io.holdfast.engine.node.NodeAnswer;
import io.holdfast.engine.node.NodeOutcome;
import io.holdfast.engine.run.Effect;
import io.holdfast.platform.event.TraceParent;
import io.holdfast.platform.telemetry.LogContext;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Scope;
import org.jspecify.annotations.Nullable;

/** Shows each attempt at a step in the trace of its run, and its run in the lines of its log. */
final class StepTrace {

    private final Tracer tracer;

    StepTrace(Tracer tracer) {
        this.tracer = tracer;
    }

    /** An attempt at a step. */
    @FunctionalInterface
    interface Attempt {

        NodeAnswer carryOut() throws InterruptedException;
    }

    /**
     * Carries an attempt out on this thread. What its outcome says may come from outside and stays
     * out of the trace.
     *
     * @param traceparent the trace of the run, if any
     */
    NodeAnswer within(
            Effect.Execute step, RunStart run, @Nullable String traceparent, Attempt attempt)
            throws InterruptedException {
        Span span = begin(step, run, traceparent);
        try (Scope _ = span.makeCurrent();
                LogContext.Scope _ = logs(run)) {
            NodeAnswer answer = attempt.carryOut();
            if (answer instanceof NodeOutcome.Failed) {
                span.setStatus(StatusCode.ERROR);
            }
            return answer;
        } finally {
            span.end();
        }
    }

    private Span begin(Effect.Execute step, RunStart run, @Nullable String traceparent) {
        return tracer.spanBuilder("step " + step.ask().request().getClass().getSimpleName())
                .setParent(TraceParent.context(traceparent))
                .setAttribute("holdfast.run_id", run.runId().toString())
                .setAttribute("holdfast.node_id", step.nodeId())
                .setAttribute("holdfast.attempt", step.attempt())
                .startSpan();
    }

    private static LogContext.Scope logs(RunStart run) {
        return LogContext.run(run.tenantId().toString(), run.runId().toString());
    }
}
