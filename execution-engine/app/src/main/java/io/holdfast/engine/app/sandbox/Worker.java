package io.holdfast.engine.app.sandbox;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** One process inside the sandbox; takes a job, gives one answer, one job at a time. */
final class Worker implements AutoCloseable {
    private static final Duration START_LIMIT = Duration.ofSeconds(20);
    private static final int EXIT_WAIT_SECONDS = 5;

    private final Process process;
    private final ScheduledExecutorService watchdog;
    private final int mostAnswerBytes;
    private final DataInputStream answers;
    private boolean ready;
    private int calls;

    Worker(Process process, ScheduledExecutorService watchdog, int mostAnswerBytes) {
        this.process = process;
        this.watchdog = watchdog;
        this.mostAnswerBytes = mostAnswerBytes;
        this.answers = new DataInputStream(process.getInputStream());
    }

    /**
     * Hands the job over and waits for its answer; kills the process when that takes too long.
     *
     * @param wallLimit most time for the answer
     * @throws IOException when the process never got ready or ended between two calls
     */
    Answer call(byte[] job, Duration wallLimit) throws IOException {
        awaitReady();
        calls++;
        AtomicBoolean late = new AtomicBoolean();
        ScheduledFuture<?> timer = killAfter(wallLimit, late);
        try {
            send(job);
            return read();
        } catch (IOException e) {
            return late.get() ? new Answer(Answer.Kind.TIME, "") : afterDeath(e);
        } finally {
            timer.cancel(false);
        }
    }

    private void awaitReady() throws IOException {
        if (ready) {
            return;
        }
        ScheduledFuture<?> timer = killAfter(START_LIMIT, new AtomicBoolean());
        try {
            Answer first = read();
            if (first.kind() != Answer.Kind.READY) {
                throw new IOException("Sandbox worker began with " + first);
            }
            ready = true;
        } finally {
            timer.cancel(false);
        }
    }

    private ScheduledFuture<?> killAfter(Duration limit, AtomicBoolean late) {
        return watchdog.schedule(
                () -> {
                    late.set(true);
                    process.destroyForcibly();
                },
                limit.toNanos(),
                TimeUnit.NANOSECONDS);
    }

    private void send(byte[] job) throws IOException {
        OutputStream out = process.getOutputStream();
        out.write(ByteBuffer.allocate(4).putInt(job.length).array());
        out.write(job);
        out.flush();
    }

    private Answer read() throws IOException {
        int length = answers.readInt();
        if (length < 1 || length > mostAnswerBytes) {
            process.destroyForcibly();
            return new Answer(Answer.Kind.LIMIT, "output");
        }
        Answer.Kind kind = Answer.Kind.of(answers.readUnsignedByte());
        byte[] text = answers.readNBytes(length - 1);
        if (text.length < length - 1) {
            throw new EOFException("Sandbox worker ended inside an answer");
        }
        return new Answer(kind, new String(text, StandardCharsets.UTF_8));
    }

    /** A process that ended without an answer: the exit code tells why. */
    private Answer afterDeath(IOException cause) throws IOException {
        try {
            if (process.waitFor(EXIT_WAIT_SECONDS, TimeUnit.SECONDS)) {
                return WorkerExit.explain(process.exitValue(), cause);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw cause;
    }

    boolean alive() {
        return process.isAlive();
    }

    int calls() {
        return calls;
    }

    long pid() {
        return process.pid();
    }

    @Override
    public void close() {
        process.destroyForcibly();
        try {
            process.getOutputStream().close();
        } catch (IOException ignored) {
            // Unsent bytes for a process that was just killed: nobody misses them.
        }
    }
}
