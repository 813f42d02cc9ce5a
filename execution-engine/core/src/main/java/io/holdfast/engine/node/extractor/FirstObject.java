package io.holdfast.engine.node.extractor;

import io.holdfast.engine.value.JsonReader;
import io.holdfast.engine.value.JsonSyntaxException;
import io.holdfast.engine.value.Values;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds the first JSON object in what a model has said. */
final class FirstObject {

    private FirstObject() {}

    static Optional<Map<String, @Nullable Object>> in(String text) {
        int from = text.indexOf('{');
        int to = from < 0 ? -1 : end(text, from);
        if (to < 0) {
            return Optional.empty();
        }
        try {
            return JsonReader.read(text.substring(from, to + 1)) instanceof Map<?, ?> map
                    ? Optional.of(Values.asMap(map))
                    : Optional.empty();
        } catch (JsonSyntaxException _) {
            return Optional.empty();
        }
    }

    /** Where the object ends that begins at a place; -1 when it does not. */
    private static int end(String text, int from) {
        int depth = 0;
        boolean quoted = false;
        boolean escaped = false;
        for (int i = from; i < text.length(); i++) {
            char here = text.charAt(i);
            if (escaped) {
                escaped = false;
            } else if (quoted) {
                escaped = here == '\\';
                quoted = here != '"';
            } else if (here == '"') {
                quoted = true;
            } else {
                depth += here == '{' ? 1 : here == '}' ? -1 : 0;
                if (depth == 0) {
                    return i;
                }
            }
        }
        return -1;
    }
}
