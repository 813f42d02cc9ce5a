package io.holdfast.platform.shutdown;

/**
 * Priorities of observers of start-up and shutdown, lowest first. What stands first at shutdown is
 * what others wait for: leases go before anything that takes time.
 */
public final class Phases {

    /** Start-up: refuse unsafe settings. */
    public static final int CHECK = 100;

    /** Start-up: logs get their form. */
    public static final int LOGS = 200;

    /** Start-up: take the member lease. */
    public static final int JOIN = 1_000;

    /** Start-up: relays, claimers, detectors. */
    public static final int WORK = 3_000;

    /** Start-up: all else has started. */
    public static final int STARTED = 10_000;

    /** Shutdown: take on nothing new and let go of what runs. */
    public static final int LET_GO = 100;

    /** Shutdown: give up the member lease, so that others claim at once. */
    public static final int RELEASE_LEASES = 200;

    /** Shutdown: stop relays and timers. */
    public static final int STOP_WORK = 1_000;

    /** Shutdown: close connections. */
    public static final int CLOSE = 9_000;

    private Phases() {}
}
