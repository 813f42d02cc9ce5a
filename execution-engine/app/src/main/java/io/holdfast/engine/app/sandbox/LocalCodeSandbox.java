package io.holdfast.engine.app.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Runs code on this machine, in warm worker processes inside a sandbox. */
public final class LocalCodeSandbox implements CodeSandbox {
    private static final Logger LOG = Logger.getLogger(LocalCodeSandbox.class);

    /** The worker ends a run in time by itself; this is the wait before the worker is killed. */
    private static final Duration GRACE = Duration.ofSeconds(2);

    private final SandboxSettings settings;
    private final MachineTools tools;
    private final ProcessStarter starter = new ProcessStarter();
    private final ScheduledExecutorService watchdog =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("sandbox-watchdog").factory());
    private final Semaphore slots;
    private final ReentrantLock finding = new ReentrantLock();
    private volatile @Nullable Running running;
    private volatile boolean closed;
    private volatile String missing = "";

    private record Running(
            Confinement confinement, WorkerStarter workers, WorkerPool python, WorkerPool node) {}

    /** Creates a sandbox that starts nothing before the first call. */
    public LocalCodeSandbox(SandboxSettings settings) {
        this.settings = settings;
        this.tools = new MachineTools(settings.python());
        this.slots = new Semaphore(settings.concurrency(), true);
    }

    @Override
    public CodeOutcome run(CodeTask task) {
        if (closed) {
            return new CodeOutcome.Unavailable("The sandbox is closed");
        }
        String interpreter =
                task.language() == CodeLanguage.PYTHON3 ? settings.python() : settings.node();
        if (!Files.isExecutable(Path.of(interpreter))) {
            return new CodeOutcome.Unavailable(
                    "Code nodes in "
                            + task.language().name().toLowerCase(Locale.ROOT)
                            + " need "
                            + interpreter
                            + ", which is not on this machine");
        }
        try {
            if (!slots.tryAcquire(settings.queueTimeout().toNanos(), TimeUnit.NANOSECONDS)) {
                return new CodeOutcome.Unavailable(
                        "All "
                                + settings.concurrency()
                                + " code workers stayed busy for "
                                + settings.queueTimeout().toMillis()
                                + " ms");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new CodeOutcome.Unavailable("Interrupted while waiting for a code worker");
        }
        try {
            return runInSlot(task);
        } catch (IOException e) {
            LOG.warn("A sandbox worker failed", e);
            return new CodeOutcome.Unavailable("The sandbox failed: " + e);
        } finally {
            slots.release();
        }
    }

    private CodeOutcome runInSlot(CodeTask task) throws IOException {
        Running now = running();
        if (now == null) {
            return new CodeOutcome.Unavailable(missing);
        }
        Duration limit =
                task.timeLimit().compareTo(settings.timeLimit()) < 0
                        ? task.timeLimit()
                        : settings.timeLimit();
        boolean python = task.language() == CodeLanguage.PYTHON3;
        WorkerPool pool = python ? now.python : now.node;
        Answer answer = pool.call(job(task, limit), python ? limit.plus(GRACE) : limit);
        return outcome(answer, limit);
    }

    private byte[] job(CodeTask task, Duration limit) {
        Map<String, Object> job = new LinkedHashMap<>();
        job.put("code", task.source());
        // As text inside the job: parsed where the limits hold.
        job.put("inputs", ResultJson.text(task.inputs()));
        job.put("timeMillis", limit.toMillis());
        job.put("memoryBytes", settings.memoryBytes());
        job.put("processes", settings.processes());
        job.put("outputBytes", settings.outputBytes());
        job.put("scratchBytes", settings.scratchBytes());
        return ResultJson.bytes(job);
    }

    private static CodeOutcome outcome(Answer answer, Duration limit) throws IOException {
        return switch (answer.kind()) {
            case RESULT -> ResultJson.outcome(answer.text());
            case ERROR -> new CodeOutcome.Failed(answer.text());
            case NOTHING -> new CodeOutcome.Failed("Failed to parse result");
            case TIME -> new CodeOutcome.TimedOut(limit);
            case LIMIT -> new CodeOutcome.LimitExceeded(answer.text());
            case FAULT, READY -> throw new IOException("Sandbox worker says " + answer.text());
        };
    }

    private @Nullable Running running() throws IOException {
        Running now = running;
        if (now != null) {
            return now;
        }
        finding.lock();
        try {
            return running == null ? find() : running;
        } finally {
            finding.unlock();
        }
    }

    private @Nullable Running find() throws IOException {
        ConfinementFinder.Found found = new ConfinementFinder(settings, tools, starter).find();
        Confinement confinement = found.confinement();
        if (confinement == null) {
            LOG.warn(found.reason());
            missing = found.reason();
            return null;
        }
        LOG.infof("Code nodes are confined by %s", confinement.level());
        WorkerStarter workers = new WorkerStarter(settings, tools, confinement, starter, watchdog);
        Running now =
                new Running(
                        confinement,
                        workers,
                        new WorkerPool(workers::python, settings.callsPerWorker(), 0),
                        new WorkerPool(workers::node, 1, settings.warmNodes()));
        running = now;
        return now;
    }

    @Override
    public ConfinementLevel level() {
        try {
            Running now = running();
            return now == null ? ConfinementLevel.NONE : now.confinement.level();
        } catch (IOException e) {
            LOG.warn("The sandbox cannot be prepared", e);
            return ConfinementLevel.NONE;
        }
    }

    int freeSlots() {
        return slots.availablePermits();
    }

    /** Process id of an idle worker, for tests that kill it. */
    @Nullable Long idlePid(CodeLanguage language) {
        Running now = running;
        if (now == null) {
            return null;
        }
        return (language == CodeLanguage.PYTHON3 ? now.python : now.node).idlePid();
    }

    @Override
    public void close() {
        closed = true;
        Running now = running;
        if (now != null) {
            now.python.close();
            now.node.close();
            now.workers.close();
        }
        watchdog.shutdownNow();
        starter.close();
    }
}
