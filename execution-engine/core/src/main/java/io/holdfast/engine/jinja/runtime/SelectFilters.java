package io.holdfast.engine.jinja.runtime;

import io.holdfast.engine.python.Args;
import io.holdfast.engine.python.Iteration;
import io.holdfast.engine.python.PyIterator;
import io.holdfast.engine.python.PyNone;
import io.holdfast.engine.python.PyTypes;
import io.holdfast.engine.python.PythonException;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** Filters that apply filters or tests to each item, lazily. */
final class SelectFilters {

    private SelectFilters() {}

    static void addTo(FilterTable table) {
        table.open("map", SelectFilters::map)
                .open("select", (c, value, args) -> select(c, value, args, false, true))
                .open("reject", (c, value, args) -> select(c, value, args, false, false))
                .open("selectattr", (c, value, args) -> select(c, value, args, true, true))
                .open("rejectattr", (c, value, args) -> select(c, value, args, true, false));
    }

    private static Object generator(Object value, UnaryOperator<Iterator<Object>> steps) {
        return PyIterator.generator(
                PyTypes.truth(value)
                        ? steps.apply(Iteration.over(value))
                        : Collections.emptyIterator());
    }

    private static Object map(RenderContext context, Object value, Args args) {
        UnaryOperator<Object> function = function(context, args);
        return generator(
                value,
                items ->
                        Lazy.map(
                                items,
                                item -> {
                                    context.budget().step();
                                    return function.apply(item);
                                }));
    }

    private static UnaryOperator<Object> function(RenderContext context, Args args) {
        Map<String, Object> named = new HashMap<>(args.named());
        if (args.positional().isEmpty() && named.containsKey("attribute")) {
            Object attribute = named.getOrDefault("attribute", PyNone.NONE);
            Object otherwise = named.getOrDefault("default", PyNone.NONE);
            named.remove("attribute");
            named.remove("default");
            if (!named.isEmpty()) {
                throw Filters.argumentError(
                        "Unexpected keyword argument '" + named.keySet().iterator().next() + "'");
            }
            return ItemKey.of(context, attribute, otherwise == PyNone.NONE ? null : otherwise);
        }
        if (args.positional().isEmpty()) {
            throw Filters.argumentError("map requires a filter argument");
        }
        String name = context.str(args.positional().getFirst());
        Args rest = args.from(1);
        if (!Filters.exists(name)) {
            return item -> {
                throw unknown("filter", name);
            };
        }
        return item -> Filters.apply(context, name, item, rest);
    }

    private static Object select(
            RenderContext context, Object value, Args args, boolean byAttribute, boolean wanted) {
        if (!PyTypes.truth(value)) {
            return PyIterator.generator(Collections.emptyIterator());
        }
        int testAt = byAttribute ? 1 : 0;
        if (byAttribute && args.positional().isEmpty()) {
            throw Filters.argumentError("Missing parameter for attribute name");
        }
        UnaryOperator<Object> subject =
                byAttribute
                        ? ItemKey.of(context, args.positional().getFirst(), null)
                        : item -> item;
        Predicate<Object> test = test(context, args, testAt);
        return generator(
                value,
                items ->
                        Lazy.filter(
                                items,
                                item -> {
                                    context.budget().step();
                                    return test.test(subject.apply(item)) == wanted;
                                }));
    }

    private static PythonException unknown(String kind, String name) {
        return new PythonException("TemplateRuntimeError", "No " + kind + " named '" + name + "'.");
    }

    private static Predicate<Object> test(RenderContext context, Args args, int at) {
        if (args.positional().size() <= at) {
            return PyTypes::truth;
        }
        String name = context.str(args.positional().get(at));
        Args rest = args.from(at + 1);
        if (!Tests.exists(name)) {
            return subject -> {
                throw unknown("test", name);
            };
        }
        return subject -> Tests.apply(context, name, subject, rest);
    }
}
