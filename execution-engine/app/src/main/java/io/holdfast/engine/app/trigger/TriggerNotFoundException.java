package io.holdfast.engine.app.trigger;

import io.holdfast.platform.error.HoldfastException;

/** There is no such trigger, or its app is gone. */
final class TriggerNotFoundException extends HoldfastException {

    private static final long serialVersionUID = 1L;

    TriggerNotFoundException() {
        super(404, "trigger_not_found", "There is no such trigger.");
    }
}
