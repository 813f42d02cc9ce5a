package io.holdfast.engine.jinja.runtime;

import io.holdfast.engine.python.Budget;
import io.holdfast.engine.python.FloatText;
import io.holdfast.engine.python.LimitException;
import io.holdfast.engine.python.PyDict;
import io.holdfast.engine.python.PyList;
import io.holdfast.engine.python.PyNone;
import io.holdfast.engine.python.PyNumbers;
import io.holdfast.engine.python.PyTuple;
import io.holdfast.engine.python.PyTypes;
import io.holdfast.engine.python.PythonException;
import io.holdfast.engine.python.Sorting;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** JSON as Python's {@code json.dumps} writes it with sorted keys: ASCII only. */
final class JsonWriter {

    private static final int MAX_NESTING = 200;
    private static final HexFormat HEX = HexFormat.of();

    private final Budget budget;
    private final @Nullable String indent;
    private final StringBuilder out = new StringBuilder();

    /**
     * @param indent of one level; null for everything on one line
     */
    JsonWriter(Budget budget, @Nullable String indent) {
        this.budget = budget;
        this.indent = indent;
    }

    String write(Object value) {
        write(value, 1);
        return out.toString();
    }

    private void add(String text) {
        budget.text(text.length());
        out.append(text);
    }

    private void write(Object value, int level) {
        budget.step();
        if (level > MAX_NESTING) {
            throw new LimitException("Value nests deeper than " + MAX_NESTING + " levels");
        }
        switch (value) {
            case PyList list -> array(list.items(), level);
            case PyTuple tuple -> array(tuple.items(), level);
            case PyDict dict -> object(dict, level);
            case Object text when PyTypes.isText(text) -> string(PyTypes.text(text));
            default -> add(atom(value));
        }
    }

    private static String atom(Object value) {
        return switch (value) {
            case PyNone none -> "null";
            case Boolean bool -> bool ? "true" : "false";
            case Double number ->
                    number.isNaN() ? "NaN" : FloatText.repr(number).replace("inf", "Infinity");
            case Object number when PyNumbers.isInteger(number) -> PyNumbers.digits(number);
            default ->
                    throw PythonException.typeError(
                            "Object of type " + PyTypes.name(value) + " is not JSON serializable");
        };
    }

    private void array(List<Object> items, int level) {
        if (items.isEmpty()) {
            add("[]");
            return;
        }
        add("[");
        for (int i = 0; i < items.size(); i++) {
            separate(i, level);
            write(items.get(i), level + 1);
        }
        newLine(level - 1);
        add("]");
    }

    private void object(PyDict dict, int level) {
        if (dict.size() == 0) {
            add("{}");
            return;
        }
        List<Object> keys = new ArrayList<>();
        dict.entries().forEach(entry -> keys.add(entry.key()));
        Sorting.sort(keys, false, budget);
        add("{");
        for (int i = 0; i < keys.size(); i++) {
            Object key = keys.get(i);
            separate(i, level);
            string(PyTypes.isText(key) ? PyTypes.text(key) : key(key));
            add(": ");
            Object value = dict.get(key);
            write(value == null ? PyNone.NONE : value, level + 1);
        }
        newLine(level - 1);
        add("}");
    }

    private static String key(Object key) {
        if (key instanceof PyTuple) {
            throw PythonException.typeError(
                    "keys must be str, int, float, bool or None, not tuple");
        }
        return atom(key);
    }

    private void separate(int index, int level) {
        if (index > 0) {
            add(indent == null ? ", " : ",");
        }
        newLine(level);
    }

    private void newLine(int level) {
        if (indent != null) {
            budget.text((long) indent.length() * level + 1);
            out.append('\n').append(indent.repeat(level));
        }
    }

    private void string(String text) {
        budget.text(text.length() + 2L);
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            character(text.charAt(i));
        }
        out.append('"');
    }

    private void character(char c) {
        switch (c) {
            case '"' -> out.append("\\\"");
            case '\\' -> out.append("\\\\");
            case '\n' -> out.append("\\n");
            case '\r' -> out.append("\\r");
            case '\t' -> out.append("\\t");
            case '\f' -> out.append("\\f");
            case '\b' -> out.append("\\b");
            default -> {
                if (c < ' ' || c > '~') {
                    budget.text(6);
                    out.append("\\u").append(HEX.toHexDigits(c));
                } else {
                    out.append(c);
                }
            }
        }
    }
}
