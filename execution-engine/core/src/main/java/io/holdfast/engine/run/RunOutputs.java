package io.holdfast.engine.run;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The outputs of a run, merged from its response nodes as they finish (dsl.md 4.4). */
final class RunOutputs {

    private static final String ANSWER = "answer";

    private final Map<String, @Nullable Object> merged = new LinkedHashMap<>();

    /** Answers are strung together, of everything else the last one stays. */
    void merge(Map<String, @Nullable Object> outputs) {
        outputs.forEach((name, value) -> {
            boolean append =
                    name.equals(ANSWER)
                            && merged.get(name) instanceof String
                            && value instanceof String;
            merged.put(name, append ? "" + merged.get(name) + value : value);
        });
    }

    Map<String, @Nullable Object> asMap() {
        return new LinkedHashMap<>(merged);
    }
}
