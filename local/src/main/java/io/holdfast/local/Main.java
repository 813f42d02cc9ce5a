package io.holdfast.local;

import io.holdfast.local.cli.CommandLine;
import io.holdfast.local.cli.Console;
import java.util.List;

/** Entry point of {@code ./holdfast}. */
public final class Main {

    private Main() {}

    /** Runs one command and ends the process with its exit code. */
    public static void main(String[] arguments) {
        System.exit(CommandLine.here(Console.system()).run(List.of(arguments)));
    }
}
