package io.holdfast.contracts.instance;

/** What the failure detector holds of an instance. */
public enum InstanceState {
    /** Not probed yet. */
    UNKNOWN,
    /** The last probe was answered. */
    UP,
    /** At least one probe in a row went unanswered, but not enough of them to call it lost. */
    SUSPECT,
    /** Three probes in a row went unanswered. */
    LOST
}
