package io.holdfast.gateway.auth;

/** What a key opens. */
public enum KeyKind {
    /** One app. */
    APP("app"),
    /** All knowledge of a tenant. */
    DATASET("dataset");

    private final String wireName;

    KeyKind(String wireName) {
        this.wireName = wireName;
    }

    /** The name in the database, on the wire, and before the dash of a key. */
    public String wireName() {
        return wireName;
    }

    static KeyKind of(String wireName) {
        return wireName.equals(APP.wireName) ? APP : DATASET;
    }
}
