package io.holdfast.engine.dsl;

import org.jspecify.annotations.Nullable;

/**
 * An environment or conversation variable (dsl.md 2.8, 2.9).
 *
 * @param id stable over versions of the app; the name when the file has none
 * @param valueType {@code string}, {@code secret}, {@code number}, {@code boolean}, {@code object}
 *     or {@code array[...]}
 * @param value the constant or default; empty text for a secret that the file leaves blank
 */
public record VariableDefinition(
        String id, String name, String valueType, @Nullable Object value, String description) {

    /** Whether the value must stay out of logs and plain storage. */
    public boolean isSecret() {
        return valueType.equals("secret");
    }
}
