package io.holdfast.local.cli;

import io.holdfast.local.suite.SuiteObserver;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;

/** Tells the terminal what happens to the processes. */
final class ConsoleObserver implements SuiteObserver {

    private final Console console;

    ConsoleObserver(Console console) {
        this.console = console;
    }

    @Override
    public void infrastructureReady(Duration took) {
        console.say("  PostgreSQL and Kafka are up after " + seconds(took));
    }

    @Override
    public void started(String instance, long pid) {
        console.say("  " + instance + " starts (pid " + pid + ")");
    }

    @Override
    public void ready(String instance, String url, Duration took) {
        console.say("  " + instance + " is ready after " + seconds(took) + "  " + url);
    }

    @Override
    public void died(String instance, int exitCode, Duration restartAfter) {
        console.say(
                "! "
                        + instance
                        + " died (exit code "
                        + exitCode
                        + "); starting it again in "
                        + seconds(restartAfter));
    }

    @Override
    public void givenUp(String instance, int deaths, Path log, String lastLines) {
        console.say(
                "! "
                        + instance
                        + " died "
                        + deaths
                        + " times in a short while and stays down. Last lines of "
                        + log
                        + ":\n"
                        + lastLines.indent(4).stripTrailing());
    }

    @Override
    public void late(String instance, Duration since, Path log) {
        console.say(
                "! " + instance + " is not ready after " + seconds(since) + "; its log is " + log);
    }

    private static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
    }
}
