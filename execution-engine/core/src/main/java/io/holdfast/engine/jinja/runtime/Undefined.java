package io.holdfast.engine.jinja.runtime;

import io.holdfast.engine.python.PyIterable;
import io.holdfast.engine.python.PyNone;
import io.holdfast.engine.python.PyTypes;
import io.holdfast.engine.python.PythonException;
import io.holdfast.engine.python.PythonText;
import java.util.Collections;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/** What a missing value is: prints as nothing, is empty and false, and fails as an operand. */
final class Undefined implements PyIterable {

    private final String hint;

    private Undefined(String hint) {
        this.hint = hint;
    }

    static Undefined hint(String hint) {
        return new Undefined(hint);
    }

    static Undefined name(String name) {
        return new Undefined(PythonText.repr(name) + " is undefined");
    }

    /** A member that an object lacks. */
    static Undefined member(Object owner, Object key) {
        String kind = kind(owner);
        return new Undefined(
                PyTypes.isText(key)
                        ? PythonText.repr(kind)
                                + " has no attribute "
                                + PythonText.repr(PyTypes.text(key))
                        : kind + " has no element " + PythonText.repr(key));
    }

    private static String kind(Object owner) {
        if (owner == PyNone.NONE) {
            return "None";
        }
        String module =
                switch (PyTypes.name(owner)) {
                    case "Markup" -> "markupsafe.";
                    case "Macro", "LoopContext" -> "jinja2.runtime.";
                    case "Namespace", "Cycler", "Joiner" -> "jinja2.utils.";
                    default -> "";
                };
        return module + PyTypes.name(owner) + " object";
    }

    @Override
    public String typeName() {
        return "Undefined";
    }

    @Override
    public String str() {
        return "";
    }

    @Override
    public String repr() {
        return "Undefined";
    }

    @Override
    public Iterator<Object> iterate() {
        return Collections.emptyIterator();
    }

    @Override
    public long size() {
        return 0;
    }

    @Override
    public PythonException failure() {
        return new PythonException("UndefinedError", hint);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Undefined;
    }

    @Override
    public int hashCode() {
        return Undefined.class.hashCode();
    }
}
