package io.holdfast.local.process;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Programs of the operating system: where they are and whether they work here. */
public final class Programs {

    private static final List<String> USUAL_FOLDERS =
            List.of("/usr/bin", "/bin", "/usr/sbin", "/sbin", "/usr/local/bin");

    private static final Map<List<String>, Boolean> TRIED = new ConcurrentHashMap<>();

    private Programs() {}

    /** The executable file of that name on the PATH or in the usual folders, if there is one. */
    public static Optional<Path> find(String name) {
        String path = System.getenv().getOrDefault("PATH", "");
        return Stream.concat(Arrays.stream(path.split(":", -1)), USUAL_FOLDERS.stream())
                .filter(folder -> !folder.isBlank())
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** Whether the command ends with exit code 0 within five seconds; asked once per process. */
    public static boolean works(List<String> command) {
        return TRIED.computeIfAbsent(command, Programs::tryOut);
    }

    /**
     * Whether the process of this user still executes. One that has ended but that nobody has
     * waited for, as in a container without an init process, does not.
     */
    public static boolean runs(ProcessHandle process) {
        return process.isAlive()
                && (process.info().command().isPresent()
                        || process.info().commandLine().isPresent());
    }

    private static boolean tryOut(List<String> command) {
        try {
            Process process =
                    new ProcessBuilder(command)
                            .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start();
            boolean ended = process.waitFor(5, TimeUnit.SECONDS);
            process.destroyForcibly();
            return ended && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
