package io.holdfast.engine.node.llm;

import io.holdfast.engine.value.FileValues;
import io.holdfast.engine.value.Values;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A file that a model is shown. Pictures only: which other kinds a model understands, no app says,
 * and what a model does not understand is left out (dsl.md 3.3, rule 8).
 *
 * @param detail {@code high} or {@code low}
 */
public record PromptFile(FileValues.Facts file, String detail) {

    private static final String IMAGE = "image";

    /** Those of a value, a file or a list of files, that a model can be shown. */
    public static List<PromptFile> of(@Nullable Object value, String detail) {
        List<PromptFile> files = new ArrayList<>();
        List<?> items =
                value instanceof List<?> list ? list : value == null ? List.of() : List.of(value);
        for (Object item : items) {
            if (item != null && FileValues.isFile(item)) {
                FileValues.Facts file = FileValues.facts(Values.asMap(item));
                if (file.type().equals(IMAGE)) {
                    files.add(new PromptFile(file, detail));
                }
            }
        }
        return files;
    }

    /** As a node's process data shows it. */
    Map<String, @Nullable Object> shown() {
        Map<String, @Nullable Object> shown = new LinkedHashMap<>();
        shown.put("type", file.type());
        shown.put("detail", detail);
        shown.put("file_url", file.url());
        return shown;
    }
}
