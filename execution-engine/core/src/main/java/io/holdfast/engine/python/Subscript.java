package io.holdfast.engine.python;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Python's {@code value[key]} and {@code value[a:b:c]}. */
public final class Subscript {

    private Subscript() {}

    /** The item, or null where Python raises TypeError, KeyError or IndexError. */
    public static @Nullable Object item(Object value, Object key) {
        return switch (value) {
            case PyDict dict -> dictItem(dict, key);
            case PyList list -> at(list.items(), key);
            case PyTuple tuple -> at(tuple.items(), key);
            case String text -> character(text, key);
            case Markup markup -> {
                String character = character(markup.text(), key);
                yield character == null ? null : new Markup(character);
            }
            case PyRange range -> {
                long index = position(key, range.size());
                yield index < 0 ? null : range.at(index);
            }
            default -> null;
        };
    }

    private static @Nullable Object dictItem(PyDict dict, Object key) {
        if (key instanceof PyList || key instanceof PyDict) {
            return null;
        }
        return dict.get(key);
    }

    private static @Nullable Object at(List<Object> items, Object key) {
        long index = position(key, items.size());
        return index < 0 ? null : items.get((int) index);
    }

    private static @Nullable String character(String text, Object key) {
        long index = position(key, CodePoints.length(text));
        return index < 0 ? null : CodePoints.at(text, (int) index);
    }

    /** The position from the start, or -1 when the key is no index of it. */
    private static long position(Object key, long size) {
        if (!PyNumbers.isInteger(key)) {
            return -1;
        }
        long index = PyNumbers.index(key);
        long position = index < 0 ? index + size : index;
        return position < size ? Math.max(position, -1) : -1;
    }

    /** A slice; parts that are left out are None. */
    public static Object slice(
            Object value, Object start, Object stop, Object step, Budget budget) {
        PyTypes.requireUsable(value);
        long stride = step == PyNone.NONE ? 1 : sliceIndex(step);
        if (value instanceof PyRange
                || PyTypes.isText(value)
                || value instanceof PyList
                || value instanceof PyTuple) {
            if (stride == 0) {
                throw PythonException.valueError("slice step cannot be zero");
            }
            long size = PyTypes.length(value);
            long from = bound(start, size, stride, stride > 0 ? 0 : size - 1);
            long to = bound(stop, size, stride, stride > 0 ? size : -1);
            return cut(value, new PyRange(from, to, clampStride(stride)), budget);
        }
        throw PythonException.typeError(
                value instanceof PyDict
                        ? "unhashable type: 'slice'"
                        : "'" + PyTypes.name(value) + "' object is not subscriptable");
    }

    private static long clampStride(long stride) {
        return Math.clamp(stride, -(1L << 52), 1L << 52);
    }

    private static long sliceIndex(Object value) {
        PyTypes.requireUsable(value);
        if (!PyNumbers.isInteger(value)) {
            throw PythonException.typeError(
                    "slice indices must be integers or None or have an __index__ method");
        }
        return PyNumbers.index(value);
    }

    private static long bound(Object value, long size, long stride, long missing) {
        if (value == PyNone.NONE) {
            return missing;
        }
        long index = sliceIndex(value);
        long position = index < 0 ? index + size : index;
        return stride > 0 ? Math.clamp(position, 0, size) : Math.clamp(position, -1, size - 1);
    }

    private static Object cut(Object value, PyRange where, Budget budget) {
        return switch (value) {
            case String text -> cutText(text, where, budget);
            case Markup markup -> new Markup(cutText(markup.text(), where, budget));
            case PyList list -> new PyList(cutItems(list.items(), where, budget));
            case PyTuple tuple -> new PyTuple(cutItems(tuple.items(), where, budget));
            case PyRange range ->
                    new PyRange(
                            range.start() + where.start() * range.step(),
                            range.start() + where.stop() * range.step(),
                            range.step() * where.step());
            default -> throw new IllegalArgumentException("no sequence");
        };
    }

    private static String cutText(String text, PyRange where, Budget budget) {
        budget.text(where.size());
        if (where.step() == 1) {
            return CodePoints.slice(text, (int) where.start(), (int) where.stop());
        }
        int[] characters = text.codePoints().toArray();
        StringBuilder out = new StringBuilder();
        for (long i = 0; i < where.size(); i++) {
            out.appendCodePoint(characters[(int) (where.start() + i * where.step())]);
        }
        return out.toString();
    }

    private static List<Object> cutItems(List<Object> items, PyRange where, Budget budget) {
        budget.items(where.size());
        List<Object> out = new ArrayList<>();
        for (long i = 0; i < where.size(); i++) {
            out.add(items.get((int) (where.start() + i * where.step())));
        }
        return out;
    }
}
