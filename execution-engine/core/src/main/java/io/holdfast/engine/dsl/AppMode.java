package io.holdfast.engine.dsl;

import java.util.Optional;

/** What kind of app a file holds (dsl.md 1.1). */
public enum AppMode {
    COMPLETION("completion"),
    CHAT("chat"),
    AGENT_CHAT("agent-chat"),
    ADVANCED_CHAT("advanced-chat"),
    WORKFLOW("workflow");

    private final String wireName;

    AppMode(String wireName) {
        this.wireName = wireName;
    }

    /** The name in files and on the wire. */
    public String wireName() {
        return wireName;
    }

    /** Whether the app is a graph; the others are a model configuration. */
    public boolean isGraph() {
        return this == ADVANCED_CHAT || this == WORKFLOW;
    }

    /** Whether the app has conversations. */
    public boolean isConversational() {
        return this != COMPLETION && this != WORKFLOW;
    }

    /** The mode of a name; empty when no mode has it. */
    public static Optional<AppMode> of(String wireName) {
        for (AppMode mode : values()) {
            if (mode.wireName.equals(wireName)) {
                return Optional.of(mode);
            }
        }
        return Optional.empty();
    }
}
