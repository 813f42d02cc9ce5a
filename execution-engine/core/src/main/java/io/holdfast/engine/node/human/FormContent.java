package io.holdfast.engine.node.human;

import io.holdfast.engine.value.FileValues;
import io.holdfast.engine.value.ValueText;
import io.holdfast.engine.value.Values;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Puts what was filled in where the form had its fields. */
final class FormContent {

    private static final Pattern PLACE =
            Pattern.compile("\\{\\{#\\$output\\.([A-Za-z_][A-Za-z0-9_]*)#}}");

    private FormContent() {}

    /** Places of fields that nobody filled stay as they are. */
    static String filled(String content, Map<String, @Nullable Object> values) {
        return PLACE.matcher(content)
                .replaceAll(place ->
                        Matcher.quoteReplacement(
                                values.containsKey(place.group(1))
                                        ? text(values.get(place.group(1)))
                                        : place.group()));
    }

    private static String text(@Nullable Object value) {
        if (FileValues.isFile(value)) {
            return "[file]";
        }
        if (value instanceof List<?> list
                && !list.isEmpty()
                && Values.asList(list).stream().allMatch(FileValues::isFile)) {
            return "[" + list.size() + " files]";
        }
        return ValueText.text(value);
    }
}
