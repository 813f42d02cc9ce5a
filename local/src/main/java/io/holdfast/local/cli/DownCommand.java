package io.holdfast.local.cli;

import io.holdfast.local.control.ControlClient;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Stops a running suite. */
final class DownCommand implements Command {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final Workspace workspace;
    private final Console console;

    DownCommand(Workspace workspace, Console console) {
        this.workspace = workspace;
        this.console = console;
    }

    @Override
    public int run(List<String> arguments) throws IOException, InterruptedException {
        Optional<ControlClient> running = ControlClient.of(workspace.home());
        if (running.isEmpty()) {
            console.say("The suite is not running.");
            return CommandLine.DONE;
        }
        if (!running.get().stop(LIMIT)) {
            console.complain(
                    "The suite (pid "
                            + running.get().pid()
                            + ") does not end; kill it by its pid.");
            return CommandLine.FAILED;
        }
        console.say("Stopped.");
        return CommandLine.DONE;
    }
}
