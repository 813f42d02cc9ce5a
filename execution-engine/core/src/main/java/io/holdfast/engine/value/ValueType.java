package io.holdfast.engine.value;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The type of a value, inferred from the value itself (dsl.md 2.1). */
public enum ValueType {
    NONE("none"),
    STRING("string"),
    BOOLEAN("boolean"),
    INTEGER("number"),
    FLOAT("number"),
    OBJECT("object"),
    FILE("file"),
    ARRAY_STRING("array[string]"),
    ARRAY_NUMBER("array[number]"),
    ARRAY_BOOLEAN("array[boolean]"),
    ARRAY_OBJECT("array[object]"),
    ARRAY_FILE("array[file]"),
    ARRAY_ANY("array[any]");

    private final String wireName;

    ValueType(String wireName) {
        this.wireName = wireName;
    }

    /** The name that DSL files and clients know; integers and floats are both {@code number}. */
    public String wireName() {
        return wireName;
    }

    public static ValueType of(@Nullable Object value) {
        return switch (value) {
            case null -> NONE;
            case String _ -> STRING;
            case Boolean _ -> BOOLEAN;
            case Long _ -> INTEGER;
            case Integer _ -> INTEGER;
            case BigInteger _ -> INTEGER;
            case Double _ -> FLOAT;
            case Float _ -> FLOAT;
            case BigDecimal _ -> FLOAT;
            case List<?> list -> ofList(list);
            case Map<?, ?> map -> FileValues.isFile(map) ? FILE : OBJECT;
            default ->
                    throw new IllegalArgumentException(
                            "not a value of the engine: " + value.getClass());
        };
    }

    private static ValueType ofList(List<?> list) {
        ValueType common = null;
        for (Object item : list) {
            ValueType type = arrayOf(of(item));
            if (type == ARRAY_ANY || (common != null && common != type)) {
                return ARRAY_ANY;
            }
            common = type;
        }
        return common == null ? ARRAY_ANY : common;
    }

    private static ValueType arrayOf(ValueType element) {
        return switch (element) {
            case STRING -> ARRAY_STRING;
            case BOOLEAN -> ARRAY_BOOLEAN;
            case INTEGER, FLOAT -> ARRAY_NUMBER;
            case OBJECT -> ARRAY_OBJECT;
            case FILE -> ARRAY_FILE;
            case NONE,
                    ARRAY_STRING,
                    ARRAY_NUMBER,
                    ARRAY_BOOLEAN,
                    ARRAY_OBJECT,
                    ARRAY_FILE,
                    ARRAY_ANY ->
                    ARRAY_ANY;
        };
    }
}
