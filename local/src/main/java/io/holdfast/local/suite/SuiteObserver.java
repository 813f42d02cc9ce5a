package io.holdfast.local.suite;

import java.nio.file.Path;
import java.time.Duration;

/** Hears what happens to the processes of a suite; called from several threads. */
public interface SuiteObserver {

    /** Hears nothing. */
    SuiteObserver SILENT = new SuiteObserver() {};

    /** The database and the broker answer. */
    default void infrastructureReady(Duration took) {}

    /** A process was started. */
    default void started(String instance, long pid) {}

    /** An instance answers that it is ready. */
    default void ready(String instance, String url, Duration took) {}

    /** A process ended without being asked to, and is started again after the pause. */
    default void died(String instance, int exitCode, Duration restartAfter) {}

    /** A process died too often and stays down. */
    default void givenUp(String instance, int deaths, Path log, String lastLines) {}

    /** A process does not answer that it is ready for longer than it may take. */
    default void late(String instance, Duration since, Path log) {}
}
