package io.holdfast.engine.dsl.form;

import io.holdfast.engine.dsl.Trees;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One field of a start form.
 *
 * @param type {@code text-input}, {@code paragraph}, {@code select}, {@code number}, {@code
 *     checkbox}, {@code file}, {@code file-list}, {@code json_object} or whatever the file says
 * @param variable the input's name
 * @param defaultValue for an optional field that is absent; null for none
 * @param maxLength characters of a text or files of a list; 0 for no limit
 * @param settings all of the field's keys as the file has them
 */
public record FormField(
        String type,
        String variable,
        boolean required,
        @Nullable Object defaultValue,
        int maxLength,
        List<@Nullable Object> options,
        Map<String, @Nullable Object> settings) {

    static FormField of(String type, Map<String, @Nullable Object> settings) {
        return new FormField(
                type,
                Trees.text(settings, "variable"),
                Trees.isTruthy(settings.get("required")),
                settings.get("default"),
                Trees.integer(settings, "max_length"),
                Trees.list(settings.get("options")),
                settings);
    }
}
