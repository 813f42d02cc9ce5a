package io.holdfast.local.suite;

/** Starts the process of an instance. */
@FunctionalInterface
interface ProcessLauncher {

    /**
     * Starts it.
     *
     * @throws java.io.UncheckedIOException when the program cannot be started
     */
    Process launch();
}
