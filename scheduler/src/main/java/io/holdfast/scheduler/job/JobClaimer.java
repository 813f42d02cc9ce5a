package io.holdfast.scheduler.job;

import io.holdfast.platform.lease.MemberLease;
import io.holdfast.platform.lease.MemberListener;
import io.holdfast.platform.shutdown.Phases;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
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
 * Looks for jobs as long as this process is a member and has room, and works on each on a thread of
 * its own. Looks at once when a document came, when a job ended and when a member is gone.
 */
@Singleton
class JobClaimer {

    private static final Logger LOG = Logger.getLogger(JobClaimer.class);

    private final Semaphore wakeUps = new Semaphore(0);
    private final Set<UUID> working = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final JobStore jobs;
    private final JobWorker worker;
    private final MemberLease member;
    private final int most;
    private final Duration lookEvery;
    private volatile boolean stopped;

    JobClaimer(JobStore jobs, JobWorker worker, MemberLease member, IndexingConfig config) {
        this.jobs = jobs;
        this.worker = worker;
        this.member = member;
        this.most = config.concurrentJobs();
        this.lookEvery = config.lookEvery();
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

    /** What runs is left where it is: its owner's lease goes next, and another goes on. */
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
                if (wakeUps.tryAcquire(lookEvery.toMillis(), TimeUnit.MILLISECONDS)) {
                    wakeUps.drainPermits();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException e) {
                // The loop's edge: the database may be back at the next look.
                LOG.warnf("no jobs could be claimed: %s", e);
                pause();
            }
        }
    }

    private void pause() {
        try {
            wakeUps.tryAcquire(lookEvery.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void claim() {
        int room = most - working.size();
        Optional<UUID> me = member.incarnation();
        if (room <= 0 || me.isEmpty()) {
            return;
        }
        for (IndexingJob job : jobs.claim(me.get(), working, room)) {
            working.add(job.id());
            threads.execute(() -> work(job));
        }
    }

    private void work(IndexingJob job) {
        try {
            worker.work(job, () -> isMine(job));
        } finally {
            working.remove(job.id());
            wake();
        }
    }

    private boolean isMine(IndexingJob job) {
        return !stopped && member.incarnation().filter(job.owner()::equals).isPresent();
    }
}
