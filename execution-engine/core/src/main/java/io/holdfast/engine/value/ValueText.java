package io.holdfast.engine.value;

import io.holdfast.engine.python.PythonText;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** Renders values as Dify does, which is as Python does (dsl.md 2.4). */
public final class ValueText {

    /** One of the ways to render a value. */
    @FunctionalInterface
    interface Rendering {
        String render(@Nullable Object value);
    }

    private ValueText() {}

    /** For prompts, HTTP requests, conditions. */
    public static String text(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case List<?> list when list.isEmpty() -> "";
            case List<?> list -> listText(list);
            case Map<?, ?> map when FileValues.isFile(map) -> "";
            case Map<?, ?> map -> JsonText.compact(map);
            default -> PythonText.str(value);
        };
    }

    /** For answers and what is streamed of them. */
    public static String markdown(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case List<?> list -> listMarkdown(list);
            case Map<?, ?> map when FileValues.isFile(map) ->
                    FileValues.markdown(Values.asMap(map));
            case Map<?, ?> map -> JsonText.indented(map);
            default -> PythonText.str(value);
        };
    }

    private static String listText(List<?> list) {
        if (ValueType.of(list) == ValueType.ARRAY_STRING) {
            return JsonText.compact(list);
        }
        return ValueType.of(list) == ValueType.ARRAY_FILE ? "" : PythonText.repr(list);
    }

    private static String listMarkdown(List<?> list) {
        boolean files = ValueType.of(list) == ValueType.ARRAY_FILE;
        StringJoiner lines = new StringJoiner("\n");
        for (Object item : list) {
            lines.add(
                    files && item != null
                            ? FileValues.markdown(Values.asMap(item))
                            : "- " + PythonText.str(item));
        }
        return lines.toString();
    }
}
