package io.holdfast.engine.jinja.runtime;

import io.holdfast.engine.python.Args;
import io.holdfast.engine.python.Signature;
import java.util.Map;

/** Collects filters by their names. */
final class FilterTable {

    /** A filter over any arguments. */
    @FunctionalInterface
    interface Open {
        Object apply(RenderContext context, Object value, Args args);
    }

    /** A filter over bound arguments. */
    @FunctionalInterface
    interface Body {
        Object apply(RenderContext context, Object value, Signature.Bound args);
    }

    private final Map<String, Open> filters;

    FilterTable(Map<String, Open> filters) {
        this.filters = filters;
    }

    FilterTable add(String name, Body body, String... parameters) {
        Signature signature = Signature.of("do_" + name, parameters).onValue();
        return open(
                name, (context, value, args) -> body.apply(context, value, signature.bind(args)));
    }

    FilterTable open(String name, Open body) {
        filters.put(name, body);
        return this;
    }

    FilterTable alias(String name, String of) {
        Open body = filters.get(of);
        return body == null ? this : open(name, body);
    }
}
