package io.holdfast.local.cli;

import io.holdfast.local.control.ControlClient;
import io.holdfast.local.process.BoundProcess;
import io.holdfast.local.suite.Service;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Puts a service in dev mode in the place of the packaged one, until it is ended. */
final class DevCommand implements Command {

    private final Workspace workspace;
    private final Console console;

    DevCommand(Workspace workspace, Console console) {
        this.workspace = workspace;
        this.console = console;
    }

    @Override
    public int run(List<String> arguments) throws IOException, InterruptedException {
        if (arguments.size() != 1) {
            throw new UsageException("dev needs one service: " + Service.ids() + ".");
        }
        String name = arguments.getFirst();
        Service service =
                Service.named(name)
                        .orElseThrow(() ->
                                new UsageException(
                                        "There is no service '"
                                                + name
                                                + "'; there are "
                                                + Service.ids()
                                                + "."));
        Optional<ControlClient> running = ControlClient.of(workspace.home());
        if (running.isEmpty()) {
            console.complain("The suite is not running. Start it first: ./holdfast up --detach");
            return CommandLine.FAILED;
        }
        // The supervisor brings the packaged one back when this process ends, however it ends.
        Map<String, String> environment =
                running.get().release(service.id() + "-1", ProcessHandle.current().pid());
        console.say(
                service.id()
                        + " in dev mode at http://127.0.0.1:"
                        + environment.get("QUARKUS_HTTP_PORT")
                        + " (dev UI: /q/dev-ui). Ctrl-C brings the packaged one back.");
        return maven(service, environment);
    }

    private int maven(Service service, Map<String, String> environment)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        if (BoundProcess.binding() == BoundProcess.Binding.PARENT_DEATH_SIGNAL) {
            // This thread waits for Maven, so it lives as long as the signal needs.
            command.addAll(List.of("setpriv", "--pdeathsig", "TERM"));
        }
        command.add(mavenProgram());
        command.addAll(List.of("-f", workspace.repository().resolve("pom.xml").toString()));
        command.addAll(
                List.of(
                        "-pl",
                        workspace
                                .repository()
                                .relativize(service.module(workspace.repository()))
                                .toString()));
        command.addAll(List.of("-am", "-Dquick", "-Ddebug=false", "quarkus:dev"));
        ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
        builder.directory(workspace.repository().toFile());
        builder.environment().putAll(environment);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        return builder.start().waitFor();
    }

    /** The launcher names the Maven 3.9 that it has fetched; dev mode refuses an older one. */
    private String mavenProgram() {
        String named = System.getProperty("holdfast.maven", "");
        return !named.isBlank() && Files.isExecutable(Path.of(named)) ? named : "mvn";
    }
}
