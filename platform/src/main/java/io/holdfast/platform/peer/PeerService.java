package io.holdfast.platform.peer;

/** The services that can be called. */
public enum PeerService {
    GATEWAY("api-gateway"),
    ENGINE("execution-engine"),
    MODEL("model-service"),
    SCHEDULER("scheduler"),
    VECTOR("vector-store-adapter");

    private final String id;

    PeerService(String id) {
        this.id = id;
    }

    /** The service's name, as in its configuration and its logs. */
    public String id() {
        return id;
    }
}
