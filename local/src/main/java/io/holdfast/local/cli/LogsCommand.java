package io.holdfast.local.cli;

import io.holdfast.local.infra.LogTail;
import io.holdfast.local.suite.Service;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Shows the end of a log and, if wanted, what is added to it. */
final class LogsCommand implements Command {

    private static final List<String> OTHERS =
            List.of("postgres", "kafka", "supervisor", "build", "aot");

    private final Workspace workspace;
    private final Console console;

    LogsCommand(Workspace workspace, Console console) {
        this.workspace = workspace;
        this.console = console;
    }

    @Override
    public int run(List<String> arguments) throws IOException, InterruptedException {
        Options options = Options.parse(arguments);
        Path log = workspace.home().log(fileOf(options.name()));
        if (!Files.exists(log)) {
            console.complain("There is no log of " + options.name() + " yet (" + log + ").");
            return CommandLine.FAILED;
        }
        long end = Files.size(log);
        String tail = LogTail.of(log, options.lines());
        if (!tail.isEmpty()) {
            console.say(tail);
        }
        if (options.follow()) {
            LogFollower follower = new LogFollower(log, end);
            while (!Thread.currentThread().isInterrupted()) {
                console.raw(follower.more());
                Thread.sleep(Duration.ofMillis(200));
            }
        }
        return CommandLine.DONE;
    }

    /** A service's name means its first instance; an instance's name means itself. */
    private static String fileOf(String name) {
        if (OTHERS.contains(name)) {
            return name;
        }
        if (Service.named(name).isPresent()) {
            return name + "-1";
        }
        if (Service.named(name.replaceFirst("-\\d+$", "")).isPresent()) {
            return name;
        }
        throw new UsageException(
                "There is no service '" + name + "'; there are " + Service.ids() + ".");
    }

    private record Options(String name, boolean follow, int lines) {

        static Options parse(List<String> arguments) {
            String name = "";
            boolean follow = false;
            int lines = 200;
            for (int i = 0; i < arguments.size(); i++) {
                String argument = arguments.get(i);
                if (argument.equals("-f") || argument.equals("--follow")) {
                    follow = true;
                } else if (argument.equals("-n") && i + 1 < arguments.size()) {
                    i++;
                    lines = count(arguments.get(i));
                } else if (name.isEmpty() && !argument.startsWith("-")) {
                    name = argument;
                } else {
                    throw new UsageException("logs does not know '" + argument + "'.");
                }
            }
            if (name.isEmpty()) {
                throw new UsageException("logs needs a service: " + Service.ids() + ".");
            }
            return new Options(name, follow, lines);
        }

        private static int count(String value) {
            if (!value.matches("\\d{1,6}")) {
                throw new UsageException("-n needs a number of lines, not '" + value + "'.");
            }
            return Integer.parseInt(value);
        }
    }
}
