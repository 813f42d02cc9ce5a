package io.holdfast.engine.python;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Methods of lists and tuples. */
final class ListMethods {

    static final MethodTable LIST = new MethodTable("list");
    static final MethodTable TUPLE = new MethodTable("tuple");

    static {
        LIST.add("append", ListMethods::append, "object")
                .add("extend", ListMethods::extend, "iterable")
                .add("insert", ListMethods::insert, "index", "object")
                .add("pop", ListMethods::pop, "index=")
                .add("remove", ListMethods::remove, "value")
                .add("clear", ListMethods::clear)
                .add("copy", ListMethods::copy)
                .add("reverse", ListMethods::reverse)
                .add("sort", ListMethods::sort, "reverse=")
                .add("index", ListMethods::index, "value", "start=", "stop=")
                .add("count", ListMethods::count, "value");
        TUPLE.add("index", ListMethods::index, "value", "start=", "stop=")
                .add("count", ListMethods::count, "value");
    }

    private ListMethods() {}

    private static List<Object> items(Object self) {
        return self instanceof PyTuple tuple ? tuple.items() : ((PyList) self).items();
    }

    private static Object append(Object self, Signature.Bound args, Budget budget) {
        budget.items(1);
        items(self).add(args.get(0));
        return PyNone.NONE;
    }

    private static Object extend(Object self, Signature.Bound args, Budget budget) {
        items(self).addAll(Iteration.toList(args.get(0), budget));
        return PyNone.NONE;
    }

    private static Object insert(Object self, Signature.Bound args, Budget budget) {
        List<Object> items = items(self);
        int index = args.intAt(0, 0);
        budget.items(1);
        budget.steps(1 + items.size() / 64);
        int position = index < 0 ? Math.max(0, index + items.size()) : index;
        items.add(Math.min(position, items.size()), args.get(1));
        return PyNone.NONE;
    }

    private static Object pop(Object self, Signature.Bound args, Budget budget) {
        List<Object> items = items(self);
        if (items.isEmpty()) {
            throw new PythonException("IndexError", "pop from empty list");
        }
        int index = args.intAt(0, -1);
        int position = index < 0 ? index + items.size() : index;
        if (position < 0 || position >= items.size()) {
            throw new PythonException("IndexError", "pop index out of range");
        }
        budget.steps(1 + (items.size() - position) / 64);
        return items.remove(position);
    }

    private static Object remove(Object self, Signature.Bound args, Budget budget) {
        int position = find(items(self), args.get(0), 0, items(self).size(), budget);
        if (position < 0) {
            throw PythonException.valueError("list.remove(x): x not in list");
        }
        items(self).remove(position);
        return PyNone.NONE;
    }

    private static int find(List<Object> items, Object value, int from, int to, Budget budget) {
        Comparison comparison = new Comparison(budget);
        for (int i = from; i < to; i++) {
            if (comparison.equal(items.get(i), value)) {
                return i;
            }
        }
        return -1;
    }

    private static Object clear(Object self, Signature.Bound args, Budget budget) {
        items(self).clear();
        return PyNone.NONE;
    }

    private static Object copy(Object self, Signature.Bound args, Budget budget) {
        budget.items(items(self).size());
        return new PyList(new ArrayList<>(items(self)));
    }

    private static Object reverse(Object self, Signature.Bound args, Budget budget) {
        budget.steps(items(self).size());
        Collections.reverse(items(self));
        return PyNone.NONE;
    }

    private static Object sort(Object self, Signature.Bound args, Budget budget) {
        Sorting.sort(items(self), args.flagAt(0, false), budget);
        return PyNone.NONE;
    }

    private static Object index(Object self, Signature.Bound args, Budget budget) {
        List<Object> items = items(self);
        int from = bound(args.intAt(1, 0), items.size());
        int to = bound(args.intAt(2, items.size()), items.size());
        int position = find(items, args.get(0), from, to, budget);
        if (position < 0) {
            throw PythonException.valueError(
                    self instanceof PyTuple
                            ? "tuple.index(x): x not in tuple"
                            : PythonText.repr(args.get(0), budget) + " is not in list");
        }
        return (long) position;
    }

    private static int bound(int index, int size) {
        return Math.clamp(index < 0 ? index + size : index, 0, size);
    }

    private static Object count(Object self, Signature.Bound args, Budget budget) {
        Comparison comparison = new Comparison(budget);
        long count = 0;
        for (Object item : items(self)) {
            count += comparison.equal(item, args.get(0)) ? 1 : 0;
        }
        return count;
    }
}
