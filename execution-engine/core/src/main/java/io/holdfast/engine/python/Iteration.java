package io.holdfast.engine.python;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** Python's iteration over any value. */
public final class Iteration {

    private Iteration() {}

    /** Whether {@code iter()} accepts the value. */
    public static boolean isIterable(Object value) {
        return tryIterate(value) != null;
    }

    /**
     * Iterates lazily; lists may change meanwhile.
     *
     * @throws PythonException TypeError when the value cannot be iterated
     */
    public static Iterator<Object> over(Object value) {
        Iterator<Object> items = tryIterate(value);
        if (items == null) {
            throw PythonException.typeError("'" + PyTypes.name(value) + "' object is not iterable");
        }
        return items;
    }

    private static @Nullable Iterator<Object> tryIterate(Object value) {
        return switch (value) {
            case String text -> characters(text);
            case Markup markup -> characters(markup.text());
            case PyList list -> indexed(list.items());
            case PyTuple tuple -> tuple.items().iterator();
            case PyDict dict -> new DictView(dict, DictView.Part.KEYS).iterate();
            case PyIterable iterable -> iterable.iterate();
            default -> null;
        };
    }

    /** All items, each one step and one cell of the budget. */
    public static List<Object> toList(Object value, Budget budget) {
        return toList(over(value), budget);
    }

    public static List<Object> toList(Iterator<Object> items, Budget budget) {
        List<Object> all = new ArrayList<>();
        while (items.hasNext()) {
            budget.step();
            budget.items(1);
            all.add(items.next());
        }
        return all;
    }

    private static Iterator<Object> characters(String text) {
        return new Iterator<>() {
            private int position;

            @Override
            public boolean hasNext() {
                return position < text.length();
            }

            @Override
            public Object next() {
                if (position >= text.length()) {
                    throw new NoSuchElementException();
                }
                int end = text.offsetByCodePoints(position, 1);
                String character = text.substring(position, end);
                position = end;
                return character;
            }
        };
    }

    private static Iterator<Object> indexed(List<Object> items) {
        return new Iterator<>() {
            private int position;

            @Override
            public boolean hasNext() {
                return position < items.size();
            }

            @Override
            public Object next() {
                if (position >= items.size()) {
                    throw new NoSuchElementException();
                }
                return items.get(position++);
            }
        };
    }
}
