package io.holdfast.engine.agent;

import java.util.Locale;
import java.util.Optional;

/** How an agent gets its model to use tools. */
public enum Strategy {
    /** The model knows of tools by itself. */
    FUNCTION_CALLING,
    /** The model is taught in words. */
    REACT;

    /** The strategy of a name that apps use (dsl.md 3.16, 5.7); empty for one that is not here. */
    public static Optional<Strategy> named(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.endsWith("function_calling") || lower.equals("function_call")) {
            return Optional.of(FUNCTION_CALLING);
        }
        return lower.endsWith("react") || lower.equals("react_router") || lower.equals("cot")
                ? Optional.of(REACT)
                : Optional.empty();
    }
}
