package io.holdfast.engine.app.sandbox;

import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.locks.ReentrantLock;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The workers of one language: idle ones are taken, missing ones started, used-up ones ended. */
final class WorkerPool implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(WorkerPool.class);

    /** Starts a worker; does not wait until it is ready. */
    interface Factory {
        Worker start() throws IOException;
    }

    private final Factory factory;
    private final int callsPerWorker;
    private final int warm;
    private final ConcurrentLinkedDeque<Worker> idle = new ConcurrentLinkedDeque<>();
    private final Set<Worker> all = ConcurrentHashMap.newKeySet();
    private final ReentrantLock refilling = new ReentrantLock();
    private volatile boolean closed;

    /**
     * Creates a pool that starts nothing yet.
     *
     * @param callsPerWorker calls after which a worker is ended
     * @param warm workers kept waiting after each call
     */
    WorkerPool(Factory factory, int callsPerWorker, int warm) {
        this.factory = factory;
        this.callsPerWorker = callsPerWorker;
        this.warm = warm;
    }

    /**
     * Runs the job, once more on a fresh worker when the first one was ended from outside: code in
     * the sandbox has no effect on anything, so a second run changes nothing.
     */
    Answer call(byte[] job, Duration wallLimit) throws IOException {
        try {
            return callOnce(job, wallLimit);
        } catch (IOException e) {
            if (closed) {
                throw e;
            }
            return callOnce(job, wallLimit);
        }
    }

    private Answer callOnce(byte[] job, Duration wallLimit) throws IOException {
        Worker worker = take();
        boolean reusable = false;
        try {
            Answer answer = worker.call(job, wallLimit);
            reusable = answer.kind() != Answer.Kind.FAULT && worker.calls() < callsPerWorker;
            return answer;
        } finally {
            if (reusable && worker.alive() && !closed) {
                idle.push(worker);
            } else {
                end(worker);
            }
            refill();
        }
    }

    private Worker take() throws IOException {
        for (Worker worker = idle.poll(); worker != null; worker = idle.poll()) {
            if (worker.alive()) {
                return worker;
            }
            end(worker);
        }
        return start();
    }

    private Worker start() throws IOException {
        if (closed) {
            throw new IOException("The sandbox is closed");
        }
        Worker worker = factory.start();
        all.add(worker);
        if (closed) {
            end(worker);
        }
        return worker;
    }

    private void refill() {
        if (!closed && idle.size() < warm) {
            Thread.ofVirtual().name("sandbox-refill").start(this::startMissing);
        }
    }

    private void startMissing() {
        refilling.lock();
        try {
            while (!closed && idle.size() < warm) {
                idle.addLast(start());
            }
        } catch (IOException e) {
            if (!closed) {
                LOG.warn("No sandbox worker could be started ahead of need", e);
            }
        } finally {
            refilling.unlock();
        }
    }

    private void end(Worker worker) {
        all.remove(worker);
        worker.close();
    }

    /** Process id of an idle worker, for tests that kill it. */
    @Nullable Long idlePid() {
        Worker worker = idle.peek();
        return worker == null ? null : worker.pid();
    }

    @Override
    public void close() {
        closed = true;
        idle.clear();
        all.forEach(this::end);
    }
}
