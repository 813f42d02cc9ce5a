package io.holdfast.engine.jinja.runtime;

import io.holdfast.engine.python.Attributes;
import io.holdfast.engine.python.PyTypes;
import io.holdfast.engine.python.Subscript;

/** Jinja2's access to members: attributes and items stand in for each other. */
final class Members {

    private Members() {}

    /** {@code object.name}: the attribute first. */
    static Object attribute(Object object, String name) {
        PyTypes.requireUsable(object);
        Object found = Attributes.of(object, name);
        if (found == null) {
            found = Subscript.item(object, name);
        }
        return found != null ? found : Undefined.member(object, name);
    }

    /** {@code object[key]}: the item first. */
    static Object item(Object object, Object key) {
        PyTypes.requireUsable(object);
        Object found = Subscript.item(object, key);
        if (found == null && PyTypes.isText(key)) {
            found = Attributes.of(object, PyTypes.text(key));
        }
        return found != null ? found : Undefined.member(object, key);
    }
}
