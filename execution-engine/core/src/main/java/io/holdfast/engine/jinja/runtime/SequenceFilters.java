package io.holdfast.engine.jinja.runtime;

import io.holdfast.engine.python.Args;
import io.holdfast.engine.python.Budget;
import io.holdfast.engine.python.DictView;
import io.holdfast.engine.python.Iteration;
import io.holdfast.engine.python.Markup;
import io.holdfast.engine.python.PyDict;
import io.holdfast.engine.python.PyIterator;
import io.holdfast.engine.python.PyList;
import io.holdfast.engine.python.PyNone;
import io.holdfast.engine.python.PyNumbers;
import io.holdfast.engine.python.PyRange;
import io.holdfast.engine.python.PyTuple;
import io.holdfast.engine.python.PyTypes;
import io.holdfast.engine.python.PythonException;
import io.holdfast.engine.python.Signature;
import io.holdfast.engine.python.Subscript;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;

/** Filters that take sequences apart and put them together. */
final class SequenceFilters {

    private static final Object BACKWARDS = -1L;

    private SequenceFilters() {}

    static void addTo(FilterTable table) {
        table.add("first", (c, value, args) -> first(value))
                .add("last", (c, value, args) -> last(c, value))
                .add("list", (c, value, args) -> new PyList(Iteration.toList(value, c.budget())))
                .add("join", SequenceFilters::join, "d=", "attribute=")
                .add("reverse", (c, value, args) -> reverse(c, value))
                .add("batch", SequenceFilters::batch, "linecount", "fill_with=")
                .add("slice", SequenceFilters::slice, "slices", "fill_with=")
                .add("sum", SequenceFilters::sum, "attribute=", "start=");
    }

    private static Object first(Object value) {
        Iterator<Object> items = Iteration.over(value);
        return items.hasNext()
                ? items.next()
                : Undefined.hint("No first item, sequence was empty.");
    }

    private static Object last(RenderContext context, Object value) {
        Iterator<Object> items = reversed(context, value);
        return items.hasNext() ? items.next() : Undefined.hint("No last item, sequence was empty.");
    }

    private static Iterator<Object> reversed(RenderContext context, Object value) {
        if (value instanceof PyIterator || !isReversible(value)) {
            throw PythonException.typeError(
                    "'" + PyTypes.name(value) + "' object is not reversible");
        }
        if (value instanceof PyRange range) {
            return Iteration.over(
                    Subscript.slice(range, PyNone.NONE, PyNone.NONE, BACKWARDS, context.budget()));
        }
        List<Object> items = Iteration.toList(value, context.budget());
        Collections.reverse(items);
        return items.iterator();
    }

    private static boolean isReversible(Object value) {
        return value instanceof PyRange
                || value instanceof PyList
                || value instanceof PyTuple
                || value instanceof PyDict
                || value instanceof DictView
                || value instanceof Undefined
                || PyTypes.isText(value);
    }

    private static Object reverse(RenderContext context, Object value) {
        if (PyTypes.isText(value)) {
            return Subscript.slice(value, PyNone.NONE, PyNone.NONE, BACKWARDS, context.budget());
        }
        if (isReversible(value)) {
            return new PyIterator("list_reverseiterator", reversed(context, value));
        }
        if (!Iteration.isIterable(value)) {
            throw Filters.argumentError("argument must be iterable");
        }
        List<Object> items = Iteration.toList(value, context.budget());
        Collections.reverse(items);
        return new PyList(items);
    }

    private static Object join(RenderContext context, Object value, Signature.Bound args) {
        Object attribute = args.get(1, PyNone.NONE);
        Object separator = args.get(0, "");
        List<Object> items = new ArrayList<>();
        boolean safe = separator instanceof Markup;
        for (Object item : Iteration.toList(value, context.budget())) {
            Object part = ItemKey.of(context, attribute, null).apply(item);
            items.add(part);
            safe |= part instanceof Markup;
        }
        if (!context.autoescape() || !safe) {
            items.replaceAll(context::str);
            Args joined = Args.of(new PyList(items));
            return TextFilters.method(context, context.str(separator), "join", joined);
        }
        Markup between = Markup.escape(separator, context.budget());
        items.replaceAll(item -> Markup.escape(item, context.budget()));
        return TextFilters.method(context, between, "join", Args.of(new PyList(items)));
    }

    private static Object batch(RenderContext context, Object value, Signature.Bound args) {
        long size = count(args.get(0));
        Object fill = args.get(1, PyNone.NONE);
        Budget budget = context.budget();
        List<Object> batches = new ArrayList<>();
        List<Object> current = new ArrayList<>();
        for (Object item : Iteration.toList(value, budget)) {
            if (current.size() == size) {
                batches.add(new PyList(current));
                current = new ArrayList<>();
            }
            budget.items(2);
            current.add(item);
        }
        if (!current.isEmpty()) {
            fill(current, size, fill, budget);
            batches.add(new PyList(current));
        }
        return PyIterator.generator(batches.iterator());
    }

    private static void fill(List<Object> items, long size, Object fill, Budget budget) {
        if (fill != PyNone.NONE && size > items.size()) {
            budget.items(size - items.size());
            while (items.size() < size) {
                items.add(fill);
            }
        }
    }

    private static long count(Object value) {
        return PyNumbers.index(value);
    }

    private static Object slice(RenderContext context, Object value, Signature.Bound args) {
        List<Object> items = Iteration.toList(value, context.budget());
        long slices = count(args.get(0));
        if (slices == 0) {
            throw new PythonException("ZeroDivisionError", "integer division or modulo by zero");
        }
        context.budget().items(Math.max(0, slices) * 2);
        Object fill = args.get(1, PyNone.NONE);
        List<Object> result = new ArrayList<>();
        long each = items.size() / Math.max(1, slices);
        long longer = items.size() % Math.max(1, slices);
        int from = 0;
        for (long i = 0; i < slices; i++) {
            int to = (int) (from + each + (i < longer ? 1 : 0));
            List<Object> part = new ArrayList<>(items.subList(from, to));
            if (fill != PyNone.NONE && i >= longer) {
                part.add(fill);
            }
            result.add(new PyList(part));
            from = to;
        }
        return PyIterator.generator(result.iterator());
    }

    private static Object sum(RenderContext context, Object value, Signature.Bound args) {
        Object total = args.get(1, 0L);
        if (PyTypes.isText(total)) {
            throw PythonException.typeError("sum() can't sum strings [use ''.join(seq) instead]");
        }
        var key = ItemKey.of(context, args.get(0, PyNone.NONE), null);
        for (Iterator<Object> items = Iteration.over(value); items.hasNext(); ) {
            total = context.add(total, key.apply(items.next()));
        }
        return total;
    }
}
