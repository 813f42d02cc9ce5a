package io.holdfast.engine.python;

import org.jspecify.annotations.Nullable;

/** Python's {@code getattr}: the methods of plain values and what other objects offer. */
public final class Attributes {

    private Attributes() {}

    /** The attribute, or null when there is none. */
    public static @Nullable Object of(Object value, String name) {
        return switch (value) {
            case String text -> StrMethods.bind(text, name);
            case Markup markup -> MarkupMethods.bind(markup, name);
            case PyList list -> ListMethods.LIST.bind(list, name);
            case PyTuple tuple -> ofTuple(tuple, name);
            case PyDict dict -> DictMethods.bind(dict, name);
            case PyRange range -> ofRange(range, name);
            case PyObject object -> object.attribute(name);
            case Double number -> NumberMethods.ofReal(number, name);
            default -> PyNumbers.isInteger(value) ? NumberMethods.ofInteger(value, name) : null;
        };
    }

    private static @Nullable Object ofTuple(PyTuple tuple, String name) {
        Object named = tuple.named(name);
        return named != null ? named : ListMethods.TUPLE.bind(tuple, name);
    }

    private static @Nullable Object ofRange(PyRange range, String name) {
        return switch (name) {
            case "start" -> range.start();
            case "stop" -> range.stop();
            case "step" -> range.step();
            default -> null;
        };
    }
}
