package io.holdfast.local.cli;

import io.holdfast.local.control.RunFile;
import io.holdfast.local.process.Programs;
import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Starts the supervisor as a process of its own and shows what it says until it is ready. */
final class DetachedSupervisor {

    private final Workspace workspace;
    private final Console console;

    DetachedSupervisor(Workspace workspace, Console console) {
        this.workspace = workspace;
        this.console = console;
    }

    int start(List<String> arguments) throws IOException, InterruptedException {
        Path log = workspace.home().log("supervisor");
        LogFollower follower = new LogFollower(log, Files.exists(log) ? Files.size(log) : 0);
        Process supervisor =
                new ProcessBuilder(command(arguments))
                        .redirectErrorStream(true)
                        .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                        .start();
        boolean ready = false;
        while (!ready && supervisor.isAlive()) {
            Thread.sleep(Duration.ofMillis(100));
            ready = RunFile.read(workspace.home()).isPresent();
            console.raw(follower.more());
        }
        if (!ready) {
            supervisor.waitFor();
            console.raw(follower.more());
            return supervisor.exitValue() == 0 ? CommandLine.DONE : CommandLine.FAILED;
        }
        return CommandLine.DONE;
    }

    private static List<String> command(List<String> arguments) {
        List<String> command = new ArrayList<>();
        // A session of its own: the end of this terminal is none of its business.
        if (Programs.find("setsid").isPresent()) {
            command.add("setsid");
        } else {
            command.add("nohup");
        }
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(List.of("-cp", System.getProperty("java.class.path")));
        command.add("io.holdfast.local.Main");
        command.add("up");
        arguments.stream()
                .filter(argument -> !argument.equals("--detach") && !argument.equals("-d"))
                .forEach(command::add);
        return command;
    }
}
