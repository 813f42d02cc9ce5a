package io.holdfast.local.process;

import io.holdfast.local.infra.PostgresServer;
import io.holdfast.local.infra.PostgresSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A program that starts children, prints their process ids and waits to be killed. */
public final class LauncherToKill {

    private LauncherToKill() {}

    /**
     * Starts a database and one idle child per binding.
     *
     * @param arguments a folder for all of it
     */
    public static void main(String[] arguments) throws InterruptedException {
        Path folder = Path.of(arguments[0]);
        StringBuilder pids = new StringBuilder("PIDS");
        for (BoundProcess.Binding binding : BoundProcess.Binding.values()) {
            pids.append(' ').append(idle(folder, binding).pid());
        }
        PostgresServer postgres =
                PostgresServer.start(PostgresSettings.in(folder.resolve("postgres"), 0, false));
        pids.append(' ').append(postgres.pid());
        System.out.println(pids);
        Thread.sleep(Duration.ofMinutes(5));
    }

    private static Process idle(Path folder, BoundProcess.Binding binding) {
        return BoundProcess.start(
                new BoundProcess.Spec(
                        List.of("sleep", "600"),
                        List.of(),
                        "KILL",
                        folder,
                        Map.of(),
                        folder.resolve("idle.log")),
                binding);
    }
}
