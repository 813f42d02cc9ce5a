package io.holdfast.local.cli;

import io.holdfast.local.control.ControlClient;
import io.holdfast.local.process.PrivateFiles;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Deletes all data, after a question. Start-up caches hold no data and stay. */
final class ResetCommand implements Command {

    private static final List<String> STATE = List.of("data", "secrets", "logs", "run");

    private final Workspace workspace;
    private final Console console;

    ResetCommand(Workspace workspace, Console console) {
        this.workspace = workspace;
        this.console = console;
    }

    @Override
    public int run(List<String> arguments) throws IOException, InterruptedException {
        String question =
                "Delete all apps, runs, knowledge and keys in " + workspace.home().folder() + "?";
        if (!arguments.contains("--yes") && !console.confirm(question)) {
            console.say("Nothing was deleted.");
            return CommandLine.FAILED;
        }
        Optional<ControlClient> running = ControlClient.of(workspace.home());
        if (running.isPresent() && !running.get().stop(Duration.ofSeconds(60))) {
            console.complain("The running suite does not end; nothing was deleted.");
            return CommandLine.FAILED;
        }
        // Only what the suite made: HOLDFAST_HOME may be a folder with other things in it.
        STATE.forEach(part -> PrivateFiles.deleteTree(workspace.home().folder().resolve(part)));
        console.say("All data is deleted. The next ./holdfast up begins anew.");
        return CommandLine.DONE;
    }
}
