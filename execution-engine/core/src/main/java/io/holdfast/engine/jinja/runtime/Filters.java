package io.holdfast.engine.jinja.runtime;

import io.holdfast.engine.jinja.syntax.KnownNames;
import io.holdfast.engine.python.Args;
import io.holdfast.engine.python.PythonException;
import java.util.HashMap;
import java.util.Map;

/** All filters of Jinja2's default environment. */
final class Filters {

    private static final Map<String, FilterTable.Open> ALL = new HashMap<>();

    static {
        FilterTable table = new FilterTable(ALL);
        TextFilters.addTo(table);
        HtmlFilters.addTo(table);
        NumberFilters.addTo(table);
        SequenceFilters.addTo(table);
        OrderFilters.addTo(table);
        SelectFilters.addTo(table);
        ValueFilters.addTo(table);
    }

    private Filters() {}

    static boolean exists(String name) {
        return ALL.containsKey(name);
    }

    static Object apply(RenderContext context, String name, Object value, Args args) {
        context.budget().step();
        FilterTable.Open filter = ALL.get(name);
        if (filter == null) {
            throw new PythonException(
                    "TemplateRuntimeError", "No filter named '" + name + "' found.");
        }
        return filter.apply(context, value, args);
    }

    static KnownNames names() {
        return new KnownNames() {
            @Override
            public boolean hasFilter(String name) {
                return exists(name);
            }

            @Override
            public boolean hasTest(String name) {
                return Tests.exists(name);
            }
        };
    }

    static PythonException argumentError(String text) {
        return new PythonException("FilterArgumentError", text);
    }
}
