package io.holdfast.engine.dsl.importing;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Python's names for the types of parsed YAML; authors know them from Dify's messages. */
final class PythonTypes {

    private PythonTypes() {}

    static String nameOf(@Nullable Object value) {
        return switch (value) {
            case null -> "NoneType";
            case String _ -> "str";
            case Boolean _ -> "bool";
            case Double _ -> "float";
            case Float _ -> "float";
            case Number _ -> "int";
            case List<?> _ -> "list";
            case Map<?, ?> _ -> "dict";
            default -> "object";
        };
    }
}
