package io.holdfast.local.suite;

/** What the supervisor knows of an instance. */
public enum InstanceState {
    /** Not running, on purpose. */
    STOPPED,
    /** Its process runs and has not said that it is ready. */
    STARTING,
    /** Its process runs and has said that it is ready. */
    READY,
    /** Its process died; it is started again after a pause. */
    RESTARTING,
    /** Its process died too often; it stays down until somebody starts it. */
    GIVEN_UP
}
