package io.holdfast.engine.app.annotation;

import io.holdfast.platform.lease.MemberLease;
import io.holdfast.platform.lease.MemberListener;
import io.holdfast.platform.shutdown.Phases;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Looks for embedding jobs as long as this engine is a member and has room. Looks at once when one
 * was queued here, when one ended and when a member is gone.
 */
@ApplicationScoped
class EmbeddingClaimer {

    private static final Logger LOGGER = Logger.getLogger(EmbeddingClaimer.class);

    private final Semaphore wakeUps = new Semaphore(0);
    private final Set<UUID> working = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads =
            Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("annotate-", 0).factory());
    private final EmbeddingJobs jobs;
    private final EmbeddingWorker worker;
    private final MemberLease member;
    private final AnnotationConfig config;
    private volatile boolean stopped;

    EmbeddingClaimer(
            EmbeddingJobs jobs,
            EmbeddingWorker worker,
            MemberLease member,
            AnnotationConfig config) {
        this.jobs = jobs;
        this.worker = worker;
        this.member = member;
        this.config = config;
    }

    void start(@Observes @Priority(Phases.WORK) StartupEvent event) {
        member.listen(
                new MemberListener() {
                    @Override
                    public void gone(List<UUID> incarnations) {
                        wake();
                    }
                });
        threads.execute(this::look);
    }

    /** What runs is left where it is: this engine's lease goes next, and another goes on. */
    void stop(@Observes @Priority(Phases.LET_GO) ShutdownEvent event) {
        stopped = true;
        threads.shutdownNow();
    }

    /** Looks for jobs at once. */
    void wake() {
        wakeUps.release();
    }

    private void look() {
        while (!stopped) {
            try {
                claim();
            } catch (RuntimeException e) {
                // The loop's edge: the database may be back at the next look.
                LOGGER.warnf("No embedding jobs can be claimed: %s", e);
            }
            try {
                if (wakeUps.tryAcquire(config.lookEvery().toMillis(), TimeUnit.MILLISECONDS)) {
                    wakeUps.drainPermits();
                }
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void claim() {
        int room = config.concurrentJobs() - working.size();
        Optional<UUID> me = member.incarnation();
        if (room <= 0 || me.isEmpty()) {
            return;
        }
        List<EmbeddingJob> claimed =
                jobs.claim(me.get(), working, room).await().atMost(config.databaseTimeout());
        for (EmbeddingJob job : claimed) {
            working.add(job.id());
            threads.execute(() -> work(job));
        }
    }

    private void work(EmbeddingJob job) {
        try {
            worker.work(job, () -> isMine(job));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt(); // stopped; another engine goes on
        } finally {
            working.remove(job.id());
            wake();
        }
    }

    private boolean isMine(EmbeddingJob job) {
        return !stopped && member.incarnation().filter(job.owner()::equals).isPresent();
    }
}
