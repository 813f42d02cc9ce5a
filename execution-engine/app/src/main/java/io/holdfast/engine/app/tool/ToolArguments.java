package io.holdfast.engine.app.tool;

import io.holdfast.engine.value.ValueText;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads what a tool is given: nodes give most of it as text (dsl.md 3.15). */
public record ToolArguments(Map<String, @Nullable Object> given) {

    /** A text without blanks around it; empty when there is none. */
    public Optional<String> text(String name) {
        Object value = given.get(name);
        return Optional.ofNullable(value)
                .map(ValueText::text)
                .map(String::strip)
                .filter(text -> !text.isEmpty());
    }

    /**
     * A text that must be there.
     *
     * @throws ToolException when it is not
     */
    public String require(String name) {
        return text(name).orElseThrow(() -> new ToolException(name + " is required"));
    }

    /**
     * A number.
     *
     * @throws ToolException when it is none
     */
    public double number(String name, double absent) {
        String text = text(name).orElse(null);
        try {
            return text == null ? absent : Double.parseDouble(text);
        } catch (NumberFormatException _) {
            throw new ToolException(name + " must be a number, not '" + text + "'");
        }
    }

    /**
     * A number that must be there.
     *
     * @throws ToolException when it is not, or is none
     */
    public long requireNumber(String name) {
        require(name);
        return (long) number(name, 0);
    }
}
