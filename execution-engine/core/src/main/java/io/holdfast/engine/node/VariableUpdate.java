package io.holdfast.engine.node;

import io.holdfast.engine.value.Selector;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A node gives a variable that is not its own another value (dsl.md 3.11).
 *
 * @param target the parts of the variable's selector
 */
public record VariableUpdate(List<String> target, @Nullable Object value) {

    public VariableUpdate {
        target = List.copyOf(target);
    }

    public static VariableUpdate of(Selector target, @Nullable Object value) {
        return new VariableUpdate(target.path(), value);
    }

    /** The variable as the pool names it. */
    public Selector selector() {
        return new Selector(target);
    }
}
