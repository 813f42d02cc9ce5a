package io.holdfast.engine.value;

import io.holdfast.engine.python.PythonText;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes values as Python's {@code json.dumps(..., ensure_ascii=False)} does. */
public final class JsonText {

    private final StringBuilder out = new StringBuilder();
    private final boolean indent;

    private JsonText(boolean indent) {
        this.indent = indent;
    }

    /** One line, with a blank after each comma and colon. */
    public static String compact(@Nullable Object value) {
        return new JsonText(false).write(value, 0).out.toString();
    }

    /** Two blanks of indentation for each level. */
    public static String indented(@Nullable Object value) {
        return new JsonText(true).write(value, 0).out.toString();
    }

    private JsonText write(@Nullable Object value, int depth) {
        switch (value) {
            case null -> out.append("null");
            case String text -> quote(text);
            case Boolean bool -> out.append(bool);
            case Map<?, ?> map -> writeMap(map, depth);
            case List<?> list -> writeList(list, depth);
            default -> out.append(PythonText.str(value));
        }
        return this;
    }

    private void writeMap(Map<?, ?> map, int depth) {
        if (map.isEmpty()) {
            out.append("{}");
            return;
        }
        out.append('{');
        Iterator<? extends Map.Entry<?, ?>> entries = map.entrySet().iterator();
        while (entries.hasNext()) {
            Map.Entry<?, ?> entry = entries.next();
            newLine(depth + 1);
            quote(String.valueOf(entry.getKey()));
            out.append(": ");
            write(entry.getValue(), depth + 1);
            separate(entries.hasNext());
        }
        newLine(depth);
        out.append('}');
    }

    private void writeList(List<?> list, int depth) {
        if (list.isEmpty()) {
            out.append("[]");
            return;
        }
        out.append('[');
        Iterator<?> items = list.iterator();
        while (items.hasNext()) {
            newLine(depth + 1);
            write(items.next(), depth + 1);
            separate(items.hasNext());
        }
        newLine(depth);
        out.append(']');
    }

    private void separate(boolean more) {
        if (more) {
            out.append(indent ? "," : ", ");
        }
    }

    private void newLine(int depth) {
        if (indent) {
            out.append('\n').append("  ".repeat(depth));
        }
    }

    private void quote(String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            escape(text.charAt(i));
        }
        out.append('"');
    }

    private void escape(char c) {
        switch (c) {
            case '"' -> out.append("\\\"");
            case '\\' -> out.append("\\\\");
            case '\n' -> out.append("\\n");
            case '\r' -> out.append("\\r");
            case '\t' -> out.append("\\t");
            case '\b' -> out.append("\\b");
            case '\f' -> out.append("\\f");
            default -> {
                if (c < 0x20) {
                    out.append(String.format("\\u%04x", (int) c));
                } else {
                    out.append(c);
                }
            }
        }
    }
}
