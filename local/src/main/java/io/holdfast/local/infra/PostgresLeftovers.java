package io.holdfast.local.infra;

import io.holdfast.local.process.Polling;
import io.holdfast.local.process.Programs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** What a server leaves in its data folder when it, or its launcher, was killed. */
final class PostgresLeftovers {

    private PostgresLeftovers() {}

    /**
     * Ends a server that still runs on the folder without its launcher, and removes the lock file
     * of one that is gone, whose process id may belong to somebody else by now.
     */
    static void clear(Path data) {
        Path pidFile = data.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        postmaster(pidFile, data).ifPresent(PostgresLeftovers::end);
        try {
            Files.deleteIfExists(pidFile);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot remove the stale " + pidFile, e);
        }
    }

    private static Optional<ProcessHandle> postmaster(Path pidFile, Path data) {
        try {
            String pid = Files.readAllLines(pidFile).getFirst().strip();
            return ProcessHandle.of(Long.parseLong(pid))
                    .filter(process -> isPostgresOn(process, data));
        } catch (IOException | RuntimeException e) {
            // An empty or broken lock file names nobody.
            return Optional.empty();
        }
    }

    private static boolean isPostgresOn(ProcessHandle process, Path data) {
        String line = process.info().commandLine().orElse("");
        return line.contains("postgres") && line.contains(data.toString());
    }

    private static void end(ProcessHandle postmaster) {
        // Backends see the postmaster's end and go too; the children are asked before it goes.
        var backends = postmaster.descendants().toList();
        postmaster.destroyForcibly();
        boolean gone =
                Polling.until(
                        Duration.ofSeconds(10),
                        Duration.ofMillis(20),
                        () ->
                                !Programs.runs(postmaster)
                                        && backends.stream().noneMatch(Programs::runs));
        if (!gone) {
            throw new IllegalStateException(
                    "A PostgreSQL server without its launcher (pid "
                            + postmaster.pid()
                            + ") does not end.");
        }
    }
}
