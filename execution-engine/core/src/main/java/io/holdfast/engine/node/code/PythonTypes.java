package io.holdfast.engine.node.code;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Names values as Python names their types, for error messages. */
final class PythonTypes {

    private PythonTypes() {}

    /** As {@code type(value).__name__}. */
    static String nameOf(@Nullable Object value) {
        return switch (value) {
            case null -> "NoneType";
            case String _ -> "str";
            case Boolean _ -> "bool";
            case Double _ -> "float";
            case Number _ -> "int";
            case Map<?, ?> _ -> "dict";
            case List<?> _ -> "list";
            default -> value.getClass().getSimpleName();
        };
    }

    /** As {@code str(type(value))}. */
    static String of(@Nullable Object value) {
        return "<class '" + nameOf(value) + "'>";
    }

    /** The kind by which a list is called homogeneous; null for null, which fits every list. */
    static @Nullable Class<?> kindOf(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case String _ -> String.class;
            case Boolean _ -> Boolean.class;
            case Number _ -> Number.class;
            case Map<?, ?> _ -> Map.class;
            case List<?> _ -> List.class;
            default -> Object.class;
        };
    }
}
