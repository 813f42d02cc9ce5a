package io.holdfast.engine.app.sandbox;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;

/**
 * Starts processes with an empty environment from one thread that lives as long as the sandbox.
 *
 * <p>The kernel sends a parent-death signal when the thread that started the process ends, not only
 * when the whole parent does: pooled threads would take their workers with them.
 */
final class ProcessStarter implements AutoCloseable {
    private final ExecutorService thread =
            Executors.newSingleThreadExecutor(
                    Thread.ofPlatform().daemon().name("sandbox-starter").factory());

    /**
     * Starts a worker: its descriptor 3 is the returned process' output, prints go nowhere.
     *
     * @param filter file offered on {@link Confinement#FILTER_DESCRIPTOR}
     */
    Process worker(String shell, Path filter, List<String> command) throws IOException {
        String prologue =
                "exec 3>&1 1>/dev/null 2>/dev/null %d<\"$0\"; exec \"$@\""
                        .formatted(Confinement.FILTER_DESCRIPTOR);
        List<String> all = new ArrayList<>(List.of(shell, "-c", prologue, filter.toString()));
        all.addAll(command);
        return start(new ProcessBuilder(all).redirectError(ProcessBuilder.Redirect.DISCARD));
    }

    /** Starts a command whose output and errors come back together. */
    Process probe(List<String> command) throws IOException {
        return start(new ProcessBuilder(command).redirectErrorStream(true));
    }

    private Process start(ProcessBuilder builder) throws IOException {
        builder.environment().clear();
        builder.directory(Path.of("/").toFile());
        try {
            return CompletableFuture.supplyAsync(() -> unchecked(builder), thread).join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof UncheckedStart failed) {
                throw failed.io;
            }
            throw e;
        } catch (RejectedExecutionException e) {
            throw new IOException("The sandbox is closed", e);
        }
    }

    private static Process unchecked(ProcessBuilder builder) {
        try {
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedStart(e);
        }
    }

    @Override
    public void close() {
        thread.shutdown();
    }

    private static final class UncheckedStart extends RuntimeException {
        private final IOException io;

        UncheckedStart(IOException io) {
            super(io);
            this.io = io;
        }
    }
}
