package io.holdfast.scheduler.job;

import io.holdfast.platform.event.TraceParent;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Scope;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.jboss.logging.Logger;

/** Runs a job and decides what its end means: done, given back for later, given up, called off. */
@Singleton
class JobWorker {

    private static final Logger LOG = Logger.getLogger(JobWorker.class);
    private static final int MOST_DOUBLINGS = 20;

    private final JobRunner runner;
    private final JobStore jobs;
    private final Clock clock;
    private final IndexingConfig config;
    private final Tracer tracer;

    JobWorker(JobRunner runner, JobStore jobs, Clock clock, IndexingConfig config, Tracer tracer) {
        this.runner = runner;
        this.jobs = jobs;
        this.clock = clock;
        this.config = config;
        this.tracer = tracer;
    }

    /** Works on a job in the trace of the request that queued it. */
    void work(IndexingJob claimed, BooleanSupplier mine) {
        Span span =
                tracer.spanBuilder("index document")
                        .setParent(TraceParent.context(claimed.traceparent()))
                        .setAttribute("holdfast.document_id", claimed.documentId().toString())
                        .setAttribute("holdfast.job_epoch", claimed.epoch())
                        .startSpan();
        try (Scope _ = span.makeCurrent()) {
            carryOut(claimed, mine);
        } finally {
            span.end();
        }
    }

    private void carryOut(IndexingJob claimed, BooleanSupplier mine) {
        JobInHand job = new JobInHand(claimed, jobs::save);
        try {
            runner.run(job, mine);
            LOG.infof("document %s is indexed", claimed.documentId());
        } catch (JobLostException e) {
            LOG.infof("stopped work on document %s: %s", claimed.documentId(), e.getMessage());
            leave(job.now(), e, mine);
        } catch (RuntimeException e) {
            // The worker's edge: whatever happened becomes the job's state.
            settle(job.now(), e, mine);
        }
    }

    /**
     * A job that is ours by its row, while its document has seen a later owner, must not be claimed
     * again at once and for ever.
     */
    private void leave(IndexingJob job, JobLostException fault, BooleanSupplier mine) {
        if (!mine.getAsBoolean()) {
            return;
        }
        try {
            jobs.putOff(job, job.attempts(), reason(fault), pause(1));
        } catch (RuntimeException e) {
            // As it should be: another has it.
            LOG.debugf("job %s is another's: %s", job.id(), e.getMessage());
        }
    }

    /** Where this cannot be written, the job is claimed again once it is seen to be idle. */
    private void settle(IndexingJob job, RuntimeException fault, BooleanSupplier mine) {
        if (!mine.getAsBoolean()) {
            return;
        }
        try {
            switch (fault) {
                case DocumentGoneException gone -> {
                    LOG.infof("document %s is gone, its job ends", job.documentId());
                    jobs.callOff(job);
                }
                case HopelessException hopeless -> giveUp(job, hopeless.reason(), hopeless);
                default -> putOff(job, fault);
            }
        } catch (RuntimeException e) {
            LOG.warnf(e, "the end of job %s was not saved", job.id());
        }
    }

    private void putOff(IndexingJob job, RuntimeException fault) {
        int attempts = job.attempts() + 1;
        String reason = reason(fault);
        if (attempts >= config.attempts()) {
            giveUp(job, reason, fault);
            return;
        }
        Duration pause = pause(attempts);
        LOG.warnf(
                "document %s: attempt %d of %d failed, next in %s: %s",
                job.documentId(), attempts, config.attempts(), pause, fault);
        jobs.putOff(job, attempts, reason, pause);
    }

    private void giveUp(IndexingJob job, String reason, RuntimeException fault) {
        LOG.warnf(fault, "document %s cannot be indexed", job.documentId());
        jobs.save(job.next(job.progress().failed(reason, clock.instant())));
    }

    private Duration pause(int attempts) {
        long factor = 1L << Math.min(attempts - 1, MOST_DOUBLINGS);
        Duration pause = config.firstPause().multipliedBy(factor);
        return pause.compareTo(config.longestPause()) > 0 ? config.longestPause() : pause;
    }

    private static String reason(RuntimeException fault) {
        String message = fault.getMessage();
        return message == null ? fault.getClass().getSimpleName() : message;
    }
}
