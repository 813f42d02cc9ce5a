package io.holdfast.engine.jinja.runtime;

import io.holdfast.engine.python.Budget;
import io.holdfast.engine.python.LimitException;
import io.holdfast.engine.python.PyDict;
import io.holdfast.engine.python.PyList;
import io.holdfast.engine.python.PyTuple;
import io.holdfast.engine.python.PythonException;
import io.holdfast.engine.python.PythonText;
import io.holdfast.engine.python.Sorting;
import java.util.ArrayList;
import java.util.List;

/**
 * Python's {@code pprint} for lines of 80 characters: dicts by their keys, what is long on lines.
 */
final class PrettyPrinter {

    private static final int WIDTH = 80;
    private static final int MAX_NESTING = 100;

    private final Budget budget;
    private final StringBuilder out = new StringBuilder();

    PrettyPrinter(Budget budget) {
        this.budget = budget;
    }

    String print(Object value) {
        write(value, 0, 0, 0);
        return out.toString();
    }

    private void add(String text) {
        budget.text(text.length());
        out.append(text);
    }

    /**
     * @param allowance characters that have to follow on the last line
     */
    private void write(Object value, int indent, int allowance, int level) {
        if (level > MAX_NESTING) {
            throw new LimitException("Value nests deeper than " + MAX_NESTING + " levels");
        }
        String flat = flat(value, level);
        if (flat.length() <= WIDTH - indent - allowance) {
            add(flat);
            return;
        }
        switch (value) {
            case PyDict dict -> dict(dict, indent, allowance, level);
            case PyList list -> items(list.items(), "[", "]", indent, allowance, level);
            case PyTuple tuple -> {
                String end = tuple.items().size() == 1 ? ",)" : ")";
                items(tuple.items(), "(", end, indent, allowance, level);
            }
            case String text -> new PrettyString(text, indent, allowance, level, this::add).write();
            default -> add(flat);
        }
    }

    /** The value on one line, with its keys in order. */
    private String flat(Object value, int level) {
        if (level > MAX_NESTING) {
            throw new LimitException("Value nests deeper than " + MAX_NESTING + " levels");
        }
        budget.step();
        return switch (value) {
            case PyDict dict -> {
                List<String> pairs = new ArrayList<>();
                for (PyDict.Entry entry : sorted(dict)) {
                    pairs.add(
                            PythonText.repr(entry.key(), budget)
                                    + ": "
                                    + flat(entry.value(), level + 1));
                }
                yield joined("{", pairs, "}");
            }
            case PyList list -> joined("[", flat(list.items(), level), "]");
            case PyTuple tuple ->
                    joined("(", flat(tuple.items(), level), tuple.items().size() == 1 ? ",)" : ")");
            default -> PythonText.repr(value, budget);
        };
    }

    private List<String> flat(List<Object> items, int level) {
        List<String> parts = new ArrayList<>();
        items.forEach(item -> parts.add(flat(item, level + 1)));
        return parts;
    }

    private String joined(String begin, List<String> parts, String end) {
        String text = begin + String.join(", ", parts) + end;
        budget.text(text.length());
        return text;
    }

    private List<PyDict.Entry> sorted(PyDict dict) {
        List<Object> keys = new ArrayList<>();
        dict.entries().forEach(entry -> keys.add(entry.key()));
        try {
            Sorting.sort(keys, false, budget);
        } catch (PythonException unordered) {
            // Keys of several types have no order; they stay as they are.
            return List.copyOf(dict.entries());
        }
        List<PyDict.Entry> entries = new ArrayList<>();
        for (Object key : keys) {
            Object value = dict.get(key);
            if (value != null) {
                entries.add(new PyDict.Entry(key, value));
            }
        }
        return entries;
    }

    private void dict(PyDict dict, int indent, int allowance, int level) {
        add("{");
        int left = dict.size();
        for (PyDict.Entry entry : sorted(dict)) {
            String key = PythonText.repr(entry.key(), budget);
            add(key);
            add(": ");
            left--;
            int inner = indent + 1 + key.length() + 2;
            write(entry.value(), inner, left == 0 ? allowance + 1 : 1, level + 1);
            add(left == 0 ? "" : ",\n" + " ".repeat(indent + 1));
        }
        add("}");
    }

    private void items(
            List<Object> items, String begin, String end, int indent, int allowance, int level) {
        add(begin);
        for (int i = 0; i < items.size(); i++) {
            boolean last = i == items.size() - 1;
            write(items.get(i), indent + 1, last ? allowance + end.length() : 1, level + 1);
            add(last ? "" : ",\n" + " ".repeat(indent + 1));
        }
        add(end);
    }
}
