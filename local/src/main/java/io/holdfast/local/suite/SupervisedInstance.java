package io.holdfast.local.suite;

import io.holdfast.local.infra.LogTail;
import io.holdfast.local.process.Polling;
import io.holdfast.local.suite.RestartPolicy.Decision;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** One process that is kept alive: started, watched, started again when it dies. */
final class SupervisedInstance {

    private static final Duration LATE = Duration.ofSeconds(60);
    private static final Duration GRACE = Duration.ofSeconds(10);
    private static final int SHOWN_LINES = 20;

    private final String name;
    private final Path log;
    private final ProcessLauncher launcher;
    private final BooleanSupplier readiness;
    private final String url;
    private final SuiteObserver observer;

    private final ReentrantLock lock = new ReentrantLock();
    private final RestartPolicy.Deaths deaths;
    private InstanceState state = InstanceState.STOPPED;
    private @Nullable Process process;
    private int restarts;

    SupervisedInstance(
            String name,
            String url,
            Path log,
            ProcessLauncher launcher,
            BooleanSupplier readiness,
            RestartPolicy policy,
            SuiteObserver observer) {
        this.name = name;
        this.url = url;
        this.log = log;
        this.launcher = launcher;
        this.readiness = readiness;
        this.deaths = new RestartPolicy.Deaths(policy);
        this.observer = observer;
    }

    String name() {
        return name;
    }

    String url() {
        return url;
    }

    Path log() {
        return log;
    }

    InstanceState state() {
        lock.lock();
        try {
            // Between a death and the moment that the watching thread has noticed it.
            boolean unnoticedDeath =
                    process != null
                            && !process.isAlive()
                            && (state == InstanceState.READY || state == InstanceState.STARTING);
            return unnoticedDeath ? InstanceState.RESTARTING : state;
        } finally {
            lock.unlock();
        }
    }

    int restarts() {
        lock.lock();
        try {
            return restarts;
        } finally {
            lock.unlock();
        }
    }

    /** The process id, 0 when no process runs. */
    long pid() {
        lock.lock();
        try {
            return process != null && process.isAlive() ? process.pid() : 0;
        } finally {
            lock.unlock();
        }
    }

    /** Starts the process unless one runs; earlier deaths are forgotten. Does not wait. */
    void start() {
        lock.lock();
        try {
            if (process != null && process.isAlive()) {
                return;
            }
            deaths.forget();
            launch();
        } finally {
            lock.unlock();
        }
    }

    /** Asks the process to end and waits; after ten seconds it is killed. */
    void stop() {
        Process ending = withdraw();
        if (ending == null) {
            return;
        }
        ending.destroy();
        try {
            if (!ending.waitFor(GRACE.toMillis(), TimeUnit.MILLISECONDS)) {
                ending.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            ending.destroyForcibly();
        }
    }

    /** Kills the process, which then counts as having died; waits until it is gone. */
    void kill() {
        Process victim;
        lock.lock();
        try {
            victim = process;
        } finally {
            lock.unlock();
        }
        if (victim != null) {
            victim.destroyForcibly().onExit().join();
        }
    }

    /** Waits until it is ready or given up. */
    boolean awaitReady(Duration limit) {
        Polling.until(
                limit,
                Duration.ofMillis(20),
                () -> state() == InstanceState.READY || state() == InstanceState.GIVEN_UP);
        return state() == InstanceState.READY;
    }

    private @Nullable Process withdraw() {
        lock.lock();
        try {
            state = InstanceState.STOPPED;
            Process ending = process;
            process = null;
            return ending;
        } finally {
            lock.unlock();
        }
    }

    /** Call with the lock held. */
    private void launch() {
        long begin = System.nanoTime();
        Process launched;
        try {
            launched = launcher.launch();
        } catch (UncheckedIOException e) {
            state = InstanceState.GIVEN_UP;
            observer.givenUp(name, 1, log, String.valueOf(e.getCause()));
            return;
        }
        process = launched;
        state = InstanceState.STARTING;
        observer.started(name, launched.pid());
        Thread.ofVirtual().name("watch-" + name).start(() -> watch(launched, begin));
    }

    private void watch(Process watched, long begin) {
        try {
            boolean told = false;
            while (watched.isAlive() && !becameReady(watched, begin)) {
                if (!told && System.nanoTime() - begin > LATE.toNanos()) {
                    told = true;
                    observer.late(name, LATE, log);
                }
                if (watched.waitFor(100, TimeUnit.MILLISECONDS)) {
                    break;
                }
            }
            ended(watched, watched.waitFor());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean becameReady(Process watched, long begin) {
        if (!readiness.getAsBoolean()) {
            return false;
        }
        lock.lock();
        try {
            if (!watched.equals(process) || !watched.isAlive()) {
                return false;
            }
            state = InstanceState.READY;
        } finally {
            lock.unlock();
        }
        observer.ready(name, url, Duration.ofNanos(System.nanoTime() - begin));
        return true;
    }

    private void ended(Process dead, int exitCode) throws InterruptedException {
        Decision decision;
        lock.lock();
        try {
            if (!dead.equals(process)) {
                return;
            }
            decision = deaths.died(System.nanoTime());
            state =
                    decision instanceof Decision.Restart
                            ? InstanceState.RESTARTING
                            : InstanceState.GIVEN_UP;
        } finally {
            lock.unlock();
        }
        switch (decision) {
            case Decision.GiveUp(int count) ->
                    observer.givenUp(name, count, log, LogTail.of(log, SHOWN_LINES));
            case Decision.Restart(Duration after) -> {
                observer.died(name, exitCode, after);
                Thread.sleep(after);
                startAgain(dead);
            }
        }
    }

    private void startAgain(Process dead) {
        lock.lock();
        try {
            // Somebody may have stopped or started it during the pause.
            if (dead.equals(process) && state == InstanceState.RESTARTING) {
                restarts++;
                launch();
            }
        } finally {
            lock.unlock();
        }
    }
}
