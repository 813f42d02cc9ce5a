package io.holdfast.engine.app.sandbox;

/** What stands between the code of a code node and the machine. */
public enum ConfinementLevel {
    /** bubblewrap with a system call filter. */
    BUBBLEWRAP,
    /**
     * The namespaces of util-linux {@code unshare}, {@code prlimit} and {@code setpriv}. The system
     * call filter covers Python; for JavaScript it needs a python3 that loads it.
     */
    UNSHARE,
    /** A server that speaks the dify-sandbox protocol; it confines the code itself. */
    REMOTE,
    /** No confinement can be had here: nothing is run. */
    NONE
}
