package io.holdfast.local.cli;

import io.holdfast.local.control.ControlClient;
import io.holdfast.local.control.SupervisorLock;
import io.holdfast.local.suite.InstanceStatus;
import io.holdfast.local.suite.SuiteSettings;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Starts a suite: here, until it is stopped, or detached from the terminal. */
final class UpCommand implements Command {

    private final Workspace workspace;
    private final Console console;

    UpCommand(Workspace workspace, Console console) {
        this.workspace = workspace;
        this.console = console;
    }

    @Override
    public int run(List<String> arguments) throws IOException, InterruptedException {
        UpOptions options = UpOptions.parse(arguments);
        Optional<SupervisorLock> lock = SupervisorLock.tryTake(workspace.home());
        if (lock.isEmpty()) {
            return alreadyRunning();
        }
        if (options.detach()) {
            // The supervisor takes the lock for itself.
            lock.get().close();
            return new DetachedSupervisor(workspace, console).start(arguments);
        }
        try (SupervisorLock held = lock.get()) {
            return new Supervisor(workspace, console, held).run(settings(options));
        }
    }

    private SuiteSettings settings(UpOptions options) {
        SuiteSettings settings = workspace.settings().withPorts(options.ports());
        return options.infra() ? settings.withServices(Set.of()) : settings;
    }

    private int alreadyRunning() throws IOException, InterruptedException {
        Optional<ControlClient> running = ControlClient.of(workspace.home());
        if (running.isEmpty()) {
            console.say("The suite is being started already. ./holdfast status shows it.");
            return CommandLine.DONE;
        }
        console.say("The suite is running already (pid " + running.get().pid() + "):");
        for (InstanceStatus status : running.get().status()) {
            console.say("  " + status.instance() + "  " + status.url());
        }
        console.say("./holdfast down stops it.");
        return CommandLine.DONE;
    }
}
