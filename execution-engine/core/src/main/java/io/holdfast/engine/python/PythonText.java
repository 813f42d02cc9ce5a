package io.holdfast.engine.python;

import org.jspecify.annotations.Nullable;

/**
 * Prints values as Python's {@code str} and {@code repr} do: plain Java values (null, Boolean,
 * numbers, String, List, Map) and those of this package alike.
 */
public final class PythonText {

    private PythonText() {}

    /** As {@code str(value)}: a text is itself. */
    public static String str(@Nullable Object value) {
        return str(value, Budget.unlimited());
    }

    /** As {@code repr(value)}: a text is quoted. */
    public static String repr(@Nullable Object value) {
        return repr(value, Budget.unlimited());
    }

    /** As {@code str(value)}, within a budget. */
    public static String str(@Nullable Object value, Budget budget) {
        return switch (value) {
            case String text -> text;
            case Markup markup -> markup.text();
            case PyObject object -> object.str();
            case null, default -> repr(value, budget);
        };
    }

    /** As {@code repr(value)}, within a budget. */
    public static String repr(@Nullable Object value, Budget budget) {
        return new ReprPrinter(budget).print(value);
    }

    /** As {@code ascii(value)}: everything beyond ASCII is escaped. */
    static String ascii(Object value, Budget budget) {
        StringBuilder out = new StringBuilder();
        repr(value, budget)
                .codePoints()
                .forEach(c -> {
                    if (c < 128) {
                        out.appendCodePoint(c);
                    } else {
                        out.append(QuotedText.hex(c));
                    }
                });
        budget.text(out.length());
        return out.toString();
    }
}
