package io.holdfast.engine.node.assigner;

import io.holdfast.engine.node.NodeData;
import io.holdfast.engine.python.PythonText;
import io.holdfast.engine.value.JsonReader;
import io.holdfast.engine.value.JsonSyntaxException;
import io.holdfast.engine.value.Lookup;
import io.holdfast.engine.value.Selector;
import io.holdfast.engine.value.ValueType;
import io.holdfast.engine.value.Values;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One item of an assigner of version 2 (dsl.md 3.11).
 *
 * @param written a constant, or the parts of a selector
 */
record Assignment(
        Selector target, boolean fromVariable, Operation operation, @Nullable Object written) {

    /** The value of a node's item that is left as it was. */
    private static final Object SKIPPED = new Object();

    static Assignment parse(NodeData data) {
        return new Assignment(
                data.requireSelector("variable_selector"),
                data.text("input_type").orElse("variable").equals("variable"),
                Operation.of(data.requireText("operation")),
                data.fields().get("value"));
    }

    /**
     * The target's new value.
     *
     * @param values what is stored, with what items before this one have written
     * @return empty when the target stays as it is
     * @throws AssignmentException when it cannot be made
     */
    Result make(Function<Selector, Lookup> values) throws AssignmentException {
        Object old = require(values, target);
        ValueType type = ValueType.of(old);
        if (!operation.fits(type)) {
            throw new AssignmentException(
                    "Operation "
                            + operation.wireName()
                            + " is not supported for type "
                            + type.wireName());
        }
        if (operation.needsNoValue()) {
            return new Result(true, NewValue.of(operation, old, null));
        }
        if (fromVariable ? !operation.takesVariable() : !operation.takesConstant(type)) {
            throw new AssignmentException(
                    "Input type "
                            + (fromVariable ? "variable" : "constant")
                            + " is not supported for operation "
                            + operation.wireName());
        }
        Object given = fromVariable ? source(values) : constant(type);
        return given == SKIPPED
                ? new Result(false, null)
                : new Result(true, NewValue.of(operation, old, given));
    }

    /**
     * What an item gives.
     *
     * @param written whether the target changes at all
     */
    record Result(boolean written, @Nullable Object value) {}

    private @Nullable Object source(Function<Selector, Lookup> values) throws AssignmentException {
        if (!(written instanceof List<?> parts) || parts.size() < 2) {
            throw new AssignmentException("Invalid input value " + PythonText.str(written));
        }
        List<String> path = Values.asList(parts).stream().map(String::valueOf).toList();
        Object value = require(values, new Selector(path));
        return value == null ? SKIPPED : value;
    }

    /** Objects are written as JSON text. */
    private @Nullable Object constant(ValueType type) throws AssignmentException {
        if (type != ValueType.OBJECT || !(written instanceof String text)) {
            return written;
        }
        try {
            return JsonReader.read(text);
        } catch (JsonSyntaxException _) {
            throw new AssignmentException("Invalid input value " + text);
        }
    }

    private static @Nullable Object require(Function<Selector, Lookup> values, Selector selector)
            throws AssignmentException {
        if (values.apply(selector) instanceof Lookup.Found(Object value)) {
            return value;
        }
        throw new AssignmentException(
                "Variable " + PythonText.repr(selector.path()) + " not found");
    }
}
