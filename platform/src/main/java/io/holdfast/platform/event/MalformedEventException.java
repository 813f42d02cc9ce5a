package io.holdfast.platform.event;

import org.jspecify.annotations.Nullable;

/** What came is no event envelope; trying again cannot help. */
public class MalformedEventException extends RuntimeException {

    MalformedEventException(@Nullable Throwable cause) {
        super("Not an event envelope", cause);
    }
}
