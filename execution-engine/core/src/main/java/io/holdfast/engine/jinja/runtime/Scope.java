package io.holdfast.engine.jinja.runtime;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Variables; what is not here is looked for in the scope around. */
final class Scope {

    private final @Nullable Scope parent;
    private final Map<String, Object> variables;

    Scope(@Nullable Scope parent) {
        this(parent, new HashMap<>());
    }

    Scope(@Nullable Scope parent, Map<String, Object> variables) {
        this.parent = parent;
        this.variables = variables;
    }

    Scope child() {
        return new Scope(this);
    }

    void set(String name, Object value) {
        variables.put(name, value);
    }

    @Nullable Object find(String name) {
        for (Scope scope = this; scope != null; scope = scope.parent) {
            Object value = scope.variables.get(name);
            if (value != null) {
                return value;
            }
        }
        return null;
    }
}
