package io.holdfast.engine.app.sandbox;

import java.util.List;

/** Builds command lines that run a program inside the sandbox. */
interface Confinement {
    /** Descriptor on which the launching shell offers the system call filter to bubblewrap. */
    int FILTER_DESCRIPTOR = 9;

    ConfinementLevel level();

    /**
     * A program that is itself trusted and opens further namespaces for what it starts.
     *
     * @param program absolute path and arguments
     */
    List<String> supervisor(List<String> program);

    /**
     * A program that runs user code itself: without any capability, with the system call filter
     * where one can be loaded.
     *
     * @param program absolute path and arguments
     */
    List<String> single(List<String> program);
}
