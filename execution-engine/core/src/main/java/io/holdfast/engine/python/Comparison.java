package io.holdfast.engine.python;

import java.util.Collection;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;

/** Python's equality, order and membership. */
public final class Comparison {

    private final Budget budget;

    public Comparison(Budget budget) {
        this.budget = budget;
    }

    /** Python's {@code ==}. */
    public boolean equal(Object left, Object right) {
        return equal(left, right, 0);
    }

    private boolean equal(Object left, Object right, int nesting) {
        budget.step();
        Budget.checkNesting(nesting);
        if (PyNumbers.isNumber(left) && PyNumbers.isNumber(right)) {
            return !PyNumbers.isNan(left)
                    && !PyNumbers.isNan(right)
                    && PyNumbers.compare(left, right) == 0;
        }
        if (PyTypes.isText(left) && PyTypes.isText(right)) {
            return PyTypes.text(left).equals(PyTypes.text(right));
        }
        return switch (left) {
            case PyList a when right instanceof PyList b -> equal(a.items(), b.items(), nesting);
            case PyTuple a when right instanceof PyTuple b -> equal(a.items(), b.items(), nesting);
            case PyDict a when right instanceof PyDict b -> equal(a, b, nesting);
            case PyRange a when right instanceof PyRange b -> equal(a, b);
            default -> left.equals(right);
        };
    }

    private static boolean equal(PyRange a, PyRange b) {
        long size = a.size();
        return size == b.size()
                && (size == 0 || (a.start() == b.start() && (size == 1 || a.step() == b.step())));
    }

    private boolean equal(List<Object> a, List<Object> b, int nesting) {
        if (a.size() != b.size()) {
            return false;
        }
        for (int i = 0; i < a.size(); i++) {
            if (!same(a.get(i), b.get(i), nesting + 1)) {
                return false;
            }
        }
        return true;
    }

    private boolean equal(PyDict a, PyDict b, int nesting) {
        if (a.size() != b.size()) {
            return false;
        }
        for (PyDict.Entry entry : a.entries()) {
            Object other = b.get(entry.key());
            if (other == null || !same(entry.value(), other, nesting + 1)) {
                return false;
            }
        }
        return true;
    }

    @SuppressWarnings("ReferenceEquality") // Python's collections hold an identical item for equal.
    private boolean same(Object a, Object b, int nesting) {
        return a == b || equal(a, b, nesting);
    }

    /** Python's order operators; {@code symbol} is one of {@code < <= > >=}. */
    public boolean ordered(String symbol, Object left, Object right) {
        PyTypes.requireUsable(left);
        PyTypes.requireUsable(right);
        boolean numbers = PyNumbers.isNumber(left) && PyNumbers.isNumber(right);
        if (numbers && (PyNumbers.isNan(left) || PyNumbers.isNan(right))) {
            return false;
        }
        int order = compare(symbol, left, right, 0);
        return switch (symbol) {
            case "<" -> order < 0;
            case "<=" -> order <= 0;
            case ">" -> order > 0;
            default -> order >= 0;
        };
    }

    private int compare(String symbol, Object left, Object right, int nesting) {
        budget.step();
        Budget.checkNesting(nesting);
        if (PyNumbers.isNumber(left) && PyNumbers.isNumber(right)) {
            return PyNumbers.compare(left, right);
        }
        if (PyTypes.isText(left) && PyTypes.isText(right)) {
            return CodePoints.compare(PyTypes.text(left), PyTypes.text(right));
        }
        return switch (left) {
            case PyList a when right instanceof PyList b ->
                    compare(symbol, a.items(), b.items(), nesting);
            case PyTuple a when right instanceof PyTuple b ->
                    compare(symbol, a.items(), b.items(), nesting);
            default -> throw unordered(symbol, left, right);
        };
    }

    private int compare(String symbol, List<Object> a, List<Object> b, int nesting) {
        for (int i = 0; i < Math.min(a.size(), b.size()); i++) {
            if (!same(a.get(i), b.get(i), nesting + 1)) {
                PyTypes.requireUsable(a.get(i));
                PyTypes.requireUsable(b.get(i));
                return compare(symbol, a.get(i), b.get(i), nesting + 1);
            }
        }
        return Integer.compare(a.size(), b.size());
    }

    private static PythonException unordered(String symbol, Object left, Object right) {
        return PythonException.typeError(
                "'%s' not supported between instances of '%s' and '%s'"
                        .formatted(symbol, PyTypes.name(left), PyTypes.name(right)));
    }

    /** The order that sorting uses. */
    public Comparator<Object> order() {
        return (a, b) -> {
            PyTypes.requireUsable(a);
            PyTypes.requireUsable(b);
            return PyNumbers.isNan(a) || PyNumbers.isNan(b) ? 0 : compare("<", a, b, 0);
        };
    }

    /** Python's {@code item in container}. */
    public boolean contains(Object container, Object item) {
        return switch (container) {
            case String text -> containsText(text, item);
            case Markup markup -> containsText(markup.text(), item);
            case PyDict dict -> dict.has(item);
            case PyList list -> anyEqual(list.items(), item);
            case PyTuple tuple -> anyEqual(tuple.items(), item);
            case PyRange range when item instanceof Long value -> range.holds(value);
            case DictView(PyDict dict, DictView.Part part) when part == DictView.Part.KEYS ->
                    dict.has(item);
            case PyIterable iterable -> anyEqual(iterable.iterate(), item);
            default ->
                    throw PythonException.typeError(
                            "argument of type '" + PyTypes.name(container) + "' is not iterable");
        };
    }

    private static boolean containsText(String text, Object item) {
        if (!PyTypes.isText(item)) {
            throw PythonException.typeError(
                    "'in <string>' requires string as left operand, not " + PyTypes.name(item));
        }
        return text.contains(PyTypes.text(item));
    }

    private boolean anyEqual(Collection<Object> items, Object wanted) {
        return anyEqual(List.copyOf(items).iterator(), wanted);
    }

    private boolean anyEqual(Iterator<Object> items, Object wanted) {
        while (items.hasNext()) {
            if (same(items.next(), wanted, 0)) {
                return true;
            }
        }
        return false;
    }
}
