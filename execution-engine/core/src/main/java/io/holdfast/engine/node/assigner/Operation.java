package io.holdfast.engine.node.assigner;

import io.holdfast.engine.node.NodeDataException;
import io.holdfast.engine.value.ValueType;
import java.util.Arrays;
import java.util.Set;

/** What an assignment does to its target (dsl.md 3.11). */
enum Operation {
    OVER_WRITE("over-write"),
    SET("set"),
    CLEAR("clear"),
    APPEND("append"),
    EXTEND("extend"),
    REMOVE_FIRST("remove-first"),
    REMOVE_LAST("remove-last"),
    ADD("+="),
    SUBTRACT("-="),
    MULTIPLY("*="),
    DIVIDE("/=");

    private static final Set<ValueType> SCALARS =
            Set.of(
                    ValueType.STRING,
                    ValueType.INTEGER,
                    ValueType.FLOAT,
                    ValueType.OBJECT,
                    ValueType.BOOLEAN);

    private final String wireName;

    Operation(String wireName) {
        this.wireName = wireName;
    }

    String wireName() {
        return wireName;
    }

    static Operation of(String name) {
        return Arrays.stream(values())
                .filter(operation -> operation.wireName.equals(name))
                .findFirst()
                .orElseThrow(() -> new NodeDataException("operation '" + name + "' is not known"));
    }

    boolean fits(ValueType type) {
        return switch (this) {
            case OVER_WRITE, CLEAR -> true;
            case SET -> SCALARS.contains(type);
            case ADD, SUBTRACT, MULTIPLY, DIVIDE -> isNumber(type);
            case APPEND, EXTEND, REMOVE_FIRST, REMOVE_LAST -> isArray(type);
        };
    }

    /** Whether the new value follows from the old one alone. */
    boolean needsNoValue() {
        return this == CLEAR || this == REMOVE_FIRST || this == REMOVE_LAST;
    }

    boolean takesVariable() {
        return this == OVER_WRITE || this == APPEND || this == EXTEND;
    }

    boolean takesConstant(ValueType type) {
        return isArithmetic() || ((this == OVER_WRITE || this == SET) && SCALARS.contains(type));
    }

    boolean isArithmetic() {
        return this == ADD || this == SUBTRACT || this == MULTIPLY || this == DIVIDE;
    }

    static boolean isArray(ValueType type) {
        return type.wireName().startsWith("array");
    }

    private static boolean isNumber(ValueType type) {
        return type == ValueType.INTEGER || type == ValueType.FLOAT;
    }
}
