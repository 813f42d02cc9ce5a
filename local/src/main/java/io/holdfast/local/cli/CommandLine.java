package io.holdfast.local.cli;

import io.holdfast.local.suite.PortConflict;
import io.holdfast.local.suite.SuiteStartFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/** Finds the command and turns its failure into one message and an exit code. */
public final class CommandLine {

    static final int DONE = 0;
    static final int FAILED = 1;
    static final int MISUSED = 2;

    private final Console console;
    private final Map<String, Command> commands;

    private CommandLine(Console console, Map<String, Command> commands) {
        this.console = console;
        this.commands = commands;
    }

    /** All commands, at work in the repository and home that launcher and variables name. */
    public static CommandLine here(Console console) {
        return in(Workspace.here(System.getenv()), console);
    }

    static CommandLine in(Workspace workspace, Console console) {
        return new CommandLine(
                console,
                Map.of(
                        "up", new UpCommand(workspace, console),
                        "down", new DownCommand(workspace, console),
                        "status", new StatusCommand(workspace, console),
                        "logs", new LogsCommand(workspace, console),
                        "import", new ImportCommand(workspace, console),
                        "reset", new ResetCommand(workspace, console),
                        "dev", new DevCommand(workspace, console)));
    }

    /**
     * Runs a command.
     *
     * @param arguments the command's name and its arguments
     * @return the exit code: 0 done, 1 not done, 2 wrongly called
     */
    public int run(List<String> arguments) {
        String name = arguments.isEmpty() ? "help" : arguments.getFirst();
        if (List.of("help", "-h", "--help").contains(name)) {
            console.say(Help.TEXT);
            return DONE;
        }
        Command command = commands.get(name);
        if (command == null) {
            console.complain("There is no command '" + name + "'.\n\n" + Help.TEXT);
            return MISUSED;
        }
        List<String> rest = arguments.subList(1, arguments.size());
        if (rest.contains("--help") || rest.contains("-h")) {
            console.say(Help.TEXT);
            return DONE;
        }
        return run(command, rest);
    }

    private int run(Command command, List<String> arguments) {
        try {
            return command.run(arguments);
        } catch (UsageException e) {
            console.complain(e.getMessage() + "\n\n" + Help.TEXT);
            return MISUSED;
        } catch (PortConflict
                | SuiteStartFailure
                | IllegalArgumentException
                | IllegalStateException
                | UncheckedIOException
                | IOException e) {
            console.complain(message(e));
            return FAILED;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return FAILED;
        } catch (Exception e) {
            // The edge of the program: an unforeseen failure is shown with where it came from.
            console.complain(e + " at " + List.of(e.getStackTrace()).stream().limit(5).toList());
            return FAILED;
        }
    }

    private static String message(Exception e) {
        String cause = e.getCause() == null ? "" : " (" + e.getCause().getMessage() + ")";
        return e.getMessage() == null ? e.toString() : e.getMessage() + cause;
    }
}
