package io.holdfast.engine.jinja.runtime;

import io.holdfast.engine.python.Budget;
import io.holdfast.engine.python.PyDict;
import io.holdfast.engine.python.PyObject;
import io.holdfast.engine.python.PythonText;
import org.jspecify.annotations.Nullable;

/** Variables that inner scopes may change. */
record Namespace(PyDict attributes) implements PyObject {

    void set(String name, Object value, Budget budget) {
        budget.items(4);
        attributes.put(name, value);
    }

    @Override
    public String typeName() {
        return "Namespace";
    }

    @Override
    public String repr() {
        return "<Namespace " + PythonText.repr(attributes) + ">";
    }

    @Override
    public @Nullable Object attribute(String name) {
        return attributes.get(name);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
