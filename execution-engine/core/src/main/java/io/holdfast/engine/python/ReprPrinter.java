package io.holdfast.engine.python;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes one value as {@code repr} does; a collection inside itself prints as {@code [...]}. */
final class ReprPrinter {

    private final Budget budget;
    private final StringBuilder out = new StringBuilder();
    private final List<Object> open = new ArrayList<>();

    ReprPrinter(Budget budget) {
        this.budget = budget;
    }

    String print(@Nullable Object value) {
        write(value);
        return out.toString();
    }

    private void write(@Nullable Object value) {
        budget.step();
        switch (value) {
            case PyList list -> items(list, list.items(), "[", "]");
            case PyTuple tuple ->
                    items(tuple, tuple.items(), "(", tuple.items().size() == 1 ? ",)" : ")");
            case PyDict dict -> dict(dict);
            case DictView view -> {
                add(view.typeName());
                add("(");
                items(view.dict(), Iteration.toList(view.iterate(), budget), "[", "]");
                add(")");
            }
            case List<?> list -> items(list, list, "[", "]");
            case Map<?, ?> map -> map(map);
            case null, default -> add(atom(value));
        }
    }

    private static String atom(@Nullable Object value) {
        return switch (value) {
            case null -> "None";
            case PyNone none -> "None";
            case String text -> QuotedText.of(text);
            case Markup markup -> "Markup(" + QuotedText.of(markup.text()) + ")";
            case Boolean bool -> bool ? "True" : "False";
            case Double number -> FloatText.repr(number);
            case Float number -> FloatText.repr(number.doubleValue());
            case BigDecimal number -> FloatText.repr(number.doubleValue());
            case BigInteger number -> PyNumbers.digits(number);
            case PyObject object -> object.repr();
            default -> value.toString();
        };
    }

    private void add(String text) {
        budget.text(text.length());
        out.append(text);
    }

    private void items(Object owner, List<?> items, String before, String after) {
        if (enter(owner, before + "..." + (after.endsWith(")") ? ")" : after))) {
            add(before);
            for (int i = 0; i < items.size(); i++) {
                add(i == 0 ? "" : ", ");
                write(items.get(i));
            }
            add(after);
            open.removeLast();
        }
    }

    private void dict(PyDict dict) {
        if (enter(dict, "{...}")) {
            Iterator<PyDict.Entry> entries = dict.entries().iterator();
            add("{");
            while (entries.hasNext()) {
                PyDict.Entry entry = entries.next();
                pair(entry.key(), entry.value(), entries.hasNext());
            }
            add("}");
            open.removeLast();
        }
    }

    private void map(Map<?, ?> map) {
        if (enter(map, "{...}")) {
            Iterator<? extends Map.Entry<?, ?>> entries = map.entrySet().iterator();
            add("{");
            while (entries.hasNext()) {
                Map.Entry<?, ?> entry = entries.next();
                pair(entry.getKey(), entry.getValue(), entries.hasNext());
            }
            add("}");
            open.removeLast();
        }
    }

    private void pair(@Nullable Object key, @Nullable Object value, boolean more) {
        write(key);
        add(": ");
        write(value);
        add(more ? ", " : "");
    }

    @SuppressWarnings("ReferenceEquality") // The very same collection, not an equal one.
    private boolean enter(Object owner, String again) {
        for (Object other : open) {
            if (other == owner) {
                add(again);
                return false;
            }
        }
        Budget.checkNesting(open.size());
        open.add(owner);
        return true;
    }
}
