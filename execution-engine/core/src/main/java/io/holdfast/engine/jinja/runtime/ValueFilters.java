package io.holdfast.engine.jinja.runtime;

import io.holdfast.engine.python.Attributes;
import io.holdfast.engine.python.DictView;
import io.holdfast.engine.python.Iteration;
import io.holdfast.engine.python.PyDict;
import io.holdfast.engine.python.PyIterator;
import io.holdfast.engine.python.PyList;
import io.holdfast.engine.python.PyNone;
import io.holdfast.engine.python.PyTypes;
import io.holdfast.engine.python.PythonException;
import io.holdfast.engine.python.Signature;
import java.util.Collections;
import java.util.List;

/** Filters on any value. */
final class ValueFilters {

    private ValueFilters() {}

    static void addTo(FilterTable table) {
        table.add("default", ValueFilters::defaultValue, "default_value=", "boolean=")
                .alias("d", "default")
                .add("attr", (c, value, args) -> attribute(value, c.str(args.get(0))), "name")
                .add("items", (c, value, args) -> items(value))
                .add("length", (c, value, args) -> PyTypes.length(value))
                .alias("count", "length")
                .add("pprint", (c, value, args) -> new PrettyPrinter(c.budget()).print(value))
                .add("random", (c, value, args) -> random(c, value));
    }

    private static Object defaultValue(RenderContext context, Object value, Signature.Bound args) {
        boolean missing =
                value instanceof Undefined || (args.flagAt(1, false) && !PyTypes.truth(value));
        return missing ? args.get(0, "") : value;
    }

    private static Object attribute(Object value, String name) {
        PyTypes.requireUsable(value);
        Object found = Attributes.of(value, name);
        return found != null ? found : Undefined.member(value, name);
    }

    private static Object items(Object value) {
        if (value instanceof Undefined) {
            return PyIterator.generator(Collections.emptyIterator());
        }
        if (!(value instanceof PyDict dict)) {
            throw PythonException.typeError("Can only get item pairs from a mapping.");
        }
        return PyIterator.generator(new DictView(dict, DictView.Part.ITEMS).iterate());
    }

    private static Object random(RenderContext context, Object value) {
        if (value == PyNone.NONE) {
            throw PythonException.typeError("object of type 'NoneType' has no len()");
        }
        List<Object> items =
                value instanceof PyList list
                        ? list.items()
                        : Iteration.toList(value, context.budget());
        return items.isEmpty()
                ? Undefined.hint("No random item, sequence was empty.")
                : items.get(context.chance(items.size()));
    }
}
