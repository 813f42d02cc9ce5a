package io.holdfast.engine.jinja.runtime;

import io.holdfast.engine.python.PyList;
import io.holdfast.engine.python.PyNone;
import io.holdfast.engine.python.PyNumbers;
import io.holdfast.engine.python.PyTypes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What filters take from an item by their {@code attribute} argument: a path, several with commas.
 */
final class ItemKey {

    private ItemKey() {}

    /** The item itself, or what an attribute path leads to. */
    static UnaryOperator<Object> of(
            RenderContext context, Object attribute, @Nullable Object otherwise) {
        List<Object> path = path(context, attribute);
        return item -> {
            Object value = item;
            for (Object part : path) {
                context.budget().step();
                value = Members.item(value, part);
                if (otherwise != null && value instanceof Undefined) {
                    value = otherwise;
                }
            }
            return value;
        };
    }

    /** As {@link #of}, for comparing: text in lower case unless case matters. */
    static UnaryOperator<Object> comparing(
            RenderContext context,
            Object attribute,
            boolean caseSensitive,
            @Nullable Object otherwise) {
        UnaryOperator<Object> key = of(context, attribute, otherwise);
        return caseSensitive ? key : item -> lower(key.apply(item));
    }

    static Object lower(Object value) {
        return PyTypes.isText(value) ? PyTypes.text(value).toLowerCase(Locale.ROOT) : value;
    }

    /** Several paths, separated by commas, as a list to compare by. */
    static UnaryOperator<Object> several(
            RenderContext context, Object attribute, boolean caseSensitive) {
        List<UnaryOperator<Object>> keys = new ArrayList<>();
        if (PyTypes.isText(attribute)) {
            for (String path : PyTypes.text(attribute).split(",", -1)) {
                keys.add(comparing(context, path, caseSensitive, null));
            }
        } else {
            keys.add(comparing(context, attribute, caseSensitive, null));
        }
        return item -> {
            List<Object> values = new ArrayList<>();
            keys.forEach(key -> values.add(key.apply(item)));
            return new PyList(values);
        };
    }

    private static List<Object> path(RenderContext context, Object attribute) {
        if (attribute == PyNone.NONE) {
            return List.of();
        }
        if (PyNumbers.isInteger(attribute)) {
            return List.of(attribute);
        }
        List<Object> path = new ArrayList<>();
        for (String part : context.str(attribute).split("\\.", -1)) {
            boolean number =
                    !part.isEmpty()
                            && part.length() < 10
                            && part.chars().allMatch(Character::isDigit);
            path.add(number ? (Object) Long.valueOf(part) : part);
        }
        return path;
    }
}
