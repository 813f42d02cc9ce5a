package io.holdfast.engine.jinja.runtime;

import io.holdfast.engine.python.DictView;
import io.holdfast.engine.python.HashKey;
import io.holdfast.engine.python.Iteration;
import io.holdfast.engine.python.PyDict;
import io.holdfast.engine.python.PyIterator;
import io.holdfast.engine.python.PyList;
import io.holdfast.engine.python.PyNone;
import io.holdfast.engine.python.PyTuple;
import io.holdfast.engine.python.PyTypes;
import io.holdfast.engine.python.PythonException;
import io.holdfast.engine.python.Signature;
import io.holdfast.engine.python.Sorting;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Filters that order, group and compare items. */
final class OrderFilters {

    private OrderFilters() {}

    static void addTo(FilterTable table) {
        table.add("sort", OrderFilters::sort, "reverse=", "case_sensitive=", "attribute=")
                .add("dictsort", OrderFilters::dictSort, "case_sensitive=", "by=", "reverse=")
                .add("groupby", OrderFilters::groupBy, "attribute", "default=", "case_sensitive=")
                .add("unique", OrderFilters::unique, "case_sensitive=", "attribute=")
                .add(
                        "min",
                        (c, v, args) -> extreme(c, v, args, "<"),
                        "case_sensitive=",
                        "attribute=")
                .add(
                        "max",
                        (c, v, args) -> extreme(c, v, args, ">"),
                        "case_sensitive=",
                        "attribute=");
    }

    private static Object sort(RenderContext context, Object value, Signature.Bound args) {
        List<Object> items = Iteration.toList(value, context.budget());
        UnaryOperator<Object> key =
                ItemKey.several(context, args.get(2, PyNone.NONE), args.flagAt(1, false));
        Sorting.sort(items, key, args.flagAt(0, false), context.budget());
        return new PyList(items);
    }

    private static Object dictSort(RenderContext context, Object value, Signature.Bound args) {
        String by = context.str(args.get(1, "key"));
        if (!by.equals("key") && !by.equals("value")) {
            throw Filters.argumentError("You can only sort by either \"key\" or \"value\"");
        }
        PyTypes.requireUsable(value);
        if (!(value instanceof PyDict dict)) {
            throw new PythonException(
                    "AttributeError",
                    "'" + PyTypes.name(value) + "' object has no attribute 'items'");
        }
        int part = by.equals("key") ? 0 : 1;
        boolean caseSensitive = args.flagAt(0, false);
        List<Object> items =
                Iteration.toList(
                        new DictView(dict, DictView.Part.ITEMS).iterate(), context.budget());
        UnaryOperator<Object> key =
                pair -> {
                    Object item = ((PyTuple) pair).items().get(part);
                    return caseSensitive ? item : ItemKey.lower(item);
                };
        Sorting.sort(items, key, args.flagAt(2, false), context.budget());
        return new PyList(items);
    }

    private static Object groupBy(RenderContext context, Object value, Signature.Bound args) {
        Object fallback = args.get(1, PyNone.NONE);
        @Nullable Object otherwise = fallback == PyNone.NONE ? null : fallback;
        boolean caseSensitive = args.flagAt(2, false);
        UnaryOperator<Object> key =
                ItemKey.comparing(context, args.get(0), caseSensitive, otherwise);
        UnaryOperator<Object> shown = ItemKey.of(context, args.get(0), otherwise);
        List<Object> items = Iteration.toList(value, context.budget());
        Sorting.sort(items, key, false, context.budget());
        List<Object> groups = new ArrayList<>();
        int from = 0;
        while (from < items.size()) {
            Object first = key.apply(items.get(from));
            int to = from + 1;
            while (to < items.size()
                    && context.comparison().equal(first, key.apply(items.get(to)))) {
                to++;
            }
            context.budget().items(to - from + 4L);
            Object group = new PyList(new ArrayList<>(items.subList(from, to)));
            Object grouper = caseSensitive ? first : shown.apply(items.get(from));
            groups.add(new PyTuple(List.of(grouper, group), List.of("grouper", "list")));
            from = to;
        }
        return new PyList(groups);
    }

    private static Object unique(RenderContext context, Object value, Signature.Bound args) {
        UnaryOperator<Object> key =
                ItemKey.comparing(context, args.get(1, PyNone.NONE), args.flagAt(0, false), null);
        Set<Object> seen = new HashSet<>();
        return PyIterator.generator(
                Lazy.filter(
                        Iteration.over(value),
                        item -> {
                            context.budget().step();
                            context.budget().items(4);
                            return seen.add(HashKey.of(key.apply(item)));
                        }));
    }

    private static Object extreme(
            RenderContext context, Object value, Signature.Bound args, String symbol) {
        UnaryOperator<Object> key =
                ItemKey.comparing(context, args.get(1, PyNone.NONE), args.flagAt(0, false), null);
        Iterator<Object> items = Iteration.over(value);
        if (!items.hasNext()) {
            return Undefined.hint("No aggregated item, sequence was empty.");
        }
        Object best = items.next();
        Object bestKey = key.apply(best);
        while (items.hasNext()) {
            Object item = items.next();
            Object itemKey = key.apply(item);
            if (context.comparison().ordered(symbol, itemKey, bestKey)) {
                best = item;
                bestKey = itemKey;
            }
        }
        return best;
    }
}
