package io.holdfast.engine.app.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;

/** Knows the command lines of the two kinds of worker. */
final class WorkerStarter implements AutoCloseable {
    private static final int ANSWER_OVERHEAD = 1 << 20;

    private final SandboxSettings settings;
    private final MachineTools tools;
    private final Confinement confinement;
    private final ProcessStarter starter;
    private final ScheduledExecutorService watchdog;
    private final byte[] filter = SystemCallFilter.program();
    private final Path filterFile;

    WorkerStarter(
            SandboxSettings settings,
            MachineTools tools,
            Confinement confinement,
            ProcessStarter starter,
            ScheduledExecutorService watchdog)
            throws IOException {
        this.settings = settings;
        this.tools = tools;
        this.confinement = confinement;
        this.starter = starter;
        this.watchdog = watchdog;
        this.filterFile =
                Files.createTempFile(
                        "holdfast-filter",
                        ".bpf",
                        PosixFilePermissions.asFileAttribute(
                                PosixFilePermissions.fromString("rw-------")));
        Files.write(filterFile, filter);
    }

    Worker python() throws IOException {
        return start(
                confinement.supervisor(
                        List.of(
                                settings.python(),
                                "-I",
                                "-X",
                                "utf8",
                                "-c",
                                SandboxScripts.FORK_SERVER,
                                HexFormat.of().formatHex(filter),
                                Long.toString(settings.scratchBytes()))));
    }

    Worker node() throws IOException {
        long megabytes = settings.memoryBytes() >> 20;
        return start(
                confinement.single(
                        List.of(
                                tools.path("prlimit"),
                                "--core=0",
                                "--cpu=" + (settings.timeLimit().toSeconds() + 2),
                                "--fsize=" + settings.scratchBytes(),
                                "--nofile=64",
                                "--nproc=" + settings.processes(),
                                // Its own heap and stacks come on top of what the code may take.
                                "--data=" + (settings.memoryBytes() + (128L << 20)),
                                "--",
                                settings.node(),
                                "--max-old-space-size=" + megabytes,
                                "--v8-pool-size=1",
                                "--no-warnings",
                                "-e",
                                SandboxScripts.NODE_WORKER)));
    }

    private Worker start(List<String> command) throws IOException {
        Process process = starter.worker(tools.path("sh"), filterFile, command);
        return new Worker(process, watchdog, settings.outputBytes() + ANSWER_OVERHEAD);
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(filterFile);
        } catch (IOException ignored) {
            // A leftover of a few hundred bytes without any secret.
        }
    }
}
