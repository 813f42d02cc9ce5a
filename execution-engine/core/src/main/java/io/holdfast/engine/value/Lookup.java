package io.holdfast.engine.value;

import org.jspecify.annotations.Nullable;

/** What the pool has for a selector. A null that was stored is found (dsl.md 2.2). */
public sealed interface Lookup {

    /** The value is there. */
    record Found(@Nullable Object value) implements Lookup {}

    /** Nothing has been stored under that name, or the way into the value ends. */
    record Missing() implements Lookup {}

    /** The value, or null when it is missing: for those who treat both alike. */
    default @Nullable Object orNull() {
        return this instanceof Found found ? found.value() : null;
    }

    default boolean isFound() {
        return this instanceof Found;
    }
}
