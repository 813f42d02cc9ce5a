package io.holdfast.local.process;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A child process that does not outlive this one, not even when this one is killed with SIGKILL.
 *
 * <p>On Linux the kernel sees to it ({@code PR_SET_PDEATHSIG}, through {@code setpriv}). Elsewhere
 * a small shell in front of the child waits for the end of a pipe that only this process holds.
 */
public final class BoundProcess {

    /** How the child learns that this process has ended. */
    public enum Binding {
        /** The kernel signals the child. */
        PARENT_DEATH_SIGNAL,
        /** A watching shell signals the child when its standard input ends. */
        PIPE
    }

    // The parent death signal is tied to the thread that forked, so one thread that lives as long
    // as the process starts every child.
    private static final ExecutorService KEEPER =
            Executors.newSingleThreadExecutor(
                    Thread.ofPlatform().name("child-process-keeper").daemon().factory());

    private BoundProcess() {}

    /**
     * What to start.
     *
     * @param command program and arguments
     * @param wrapper program and arguments that end by executing what follows them, put in front of
     *     the command; may be empty
     * @param deathSignal name of the signal for the child when this process ends, such as KILL
     * @param directory working directory
     * @param environment variables added to this process's own
     * @param log file to which standard output and error are appended
     */
    public record Spec(
            List<String> command,
            List<String> wrapper,
            String deathSignal,
            Path directory,
            Map<String, String> environment,
            Path log) {

        /** Copies the collections. */
        public Spec {
            command = List.copyOf(command);
            wrapper = List.copyOf(wrapper);
            environment = Map.copyOf(environment);
        }
    }

    /** The best binding that works on this machine. */
    public static Binding binding() {
        return Programs.works(List.of("setpriv", "--pdeathsig", "KILL", "true"))
                ? Binding.PARENT_DEATH_SIGNAL
                : Binding.PIPE;
    }

    /** Starts the child with the best binding of this machine. */
    public static Process start(Spec spec) {
        return start(spec, binding());
    }

    /**
     * Starts the child; its pid is that of the command itself, since every wrapper executes it.
     *
     * @throws UncheckedIOException when the program cannot be started
     */
    public static Process start(Spec spec, Binding binding) {
        ProcessBuilder builder = new ProcessBuilder(commandLine(spec, binding));
        builder.directory(spec.directory().toFile());
        builder.environment().putAll(spec.environment());
        builder.redirectErrorStream(true);
        builder.redirectOutput(ProcessBuilder.Redirect.appendTo(spec.log().toFile()));
        if (binding == Binding.PARENT_DEATH_SIGNAL) {
            builder.redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")));
        }
        return onKeeper(builder);
    }

    private static List<String> commandLine(Spec spec, Binding binding) {
        List<String> line = new ArrayList<>();
        if (binding == Binding.PIPE) {
            line.addAll(List.of("/bin/sh", "-c", watch(spec.deathSignal()), "watch"));
        }
        line.addAll(spec.wrapper());
        if (binding == Binding.PARENT_DEATH_SIGNAL) {
            // Last, because a change of credentials in a wrapper clears the setting.
            line.addAll(List.of("setpriv", "--pdeathsig", spec.deathSignal()));
        }
        line.addAll(spec.command());
        return line;
    }

    /** Executes its arguments; a second shell beside them waits for the end of the pipe. */
    private static String watch(String signal) {
        return "exec 3<&0; (read -r _ <&3; kill -s "
                + signal
                + " $$) >/dev/null 2>&1 & exec \"$@\" </dev/null 3<&-";
    }

    private static Process onKeeper(ProcessBuilder builder) {
        try {
            return KEEPER.submit(builder::start).get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException io) {
                throw new UncheckedIOException(io);
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while starting a process.", e);
        }
    }
}
