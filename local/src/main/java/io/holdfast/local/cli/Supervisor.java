package io.holdfast.local.cli;

import io.holdfast.local.control.ControlServer;
import io.holdfast.local.control.RunFile;
import io.holdfast.local.control.SupervisorLock;
import io.holdfast.local.process.SecretFile;
import io.holdfast.local.suite.Suite;
import io.holdfast.local.suite.SuiteSettings;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;

/** Runs a suite in this process until somebody stops it. */
final class Supervisor {

    // Long enough after the start for a first request or two to be part of what is recorded.
    private static final Duration TRAINING_DELAY = Duration.ofSeconds(20);

    private final Workspace workspace;
    private final Console console;
    private final SupervisorLock lock;

    Supervisor(Workspace workspace, Console console, SupervisorLock lock) {
        this.workspace = workspace;
        this.console = console;
        this.lock = lock;
    }

    /** Returns when the suite was stopped. */
    int run(SuiteSettings settings) throws IOException, InterruptedException {
        SupervisorLogging.into(workspace.home().log("kafka"));
        CountDownLatch stopAsked = new CountDownLatch(1);
        CountDownLatch stopped = new CountDownLatch(1);
        Thread hook = new Thread(() -> awaitEnd(stopAsked, stopped), "stop-suite");
        Runtime.getRuntime().addShutdownHook(hook);
        console.say("Starting PostgreSQL and Kafka ...");
        try (Suite suite = Suite.start(settings, new ConsoleObserver(console));
                ControlServer control = ControlServer.start(suite, token(), stopAsked::countDown)) {
            new DevProperties(workspace).write(suite);
            new RunFile(ProcessHandle.current().pid(), control.port(), token())
                    .write(workspace.home());
            new Welcome(workspace, console).say(suite);
            Thread training = Thread.ofVirtual().name("aot-training").start(() -> train(suite));
            stopAsked.await();
            training.interrupt();
            console.say("Stopping ...");
        } finally {
            RunFile.delete(workspace.home());
            lock.close();
            stopped.countDown();
        }
        return CommandLine.DONE;
    }

    private String token() {
        return SecretFile.token(workspace.home().running().resolve("control-token"), "");
    }

    /** Ctrl-C and SIGTERM: the JVM waits for this hook, the hook for the suite. */
    private static void awaitEnd(CountDownLatch stopAsked, CountDownLatch stopped) {
        stopAsked.countDown();
        try {
            stopped.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void train(Suite suite) {
        try {
            Thread.sleep(TRAINING_DELAY);
            suite.trainCaches();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            console.complain("No start-up cache this time: " + e.getMessage());
        }
    }
}
