package io.holdfast.engine.python;

import java.math.BigInteger;

/** Python's type names, truth and length. */
public final class PyTypes {

    private PyTypes() {}

    /** The class name that error texts show. */
    public static String name(Object value) {
        return switch (value) {
            case PyNone none -> "NoneType";
            case Boolean bool -> "bool";
            case Long number -> "int";
            case BigInteger number -> "int";
            case Double number -> "float";
            case String text -> "str";
            case Markup text -> "Markup";
            case PyList list -> "list";
            case PyTuple tuple -> "tuple";
            case PyDict dict -> "dict";
            case PyObject object -> object.typeName();
            default -> throw new IllegalArgumentException("no value: " + value.getClass());
        };
    }

    public static boolean truth(Object value) {
        return switch (value) {
            case PyNone none -> false;
            case Boolean bool -> bool;
            case Long number -> number != 0;
            case BigInteger number -> number.signum() != 0;
            case Double number -> number != 0;
            case PyObject object -> object.truth();
            default -> length(value) != 0;
        };
    }

    /** Python's {@code len()}. */
    public static long length(Object value) {
        long size =
                switch (value) {
                    case String text -> text.codePointCount(0, text.length());
                    case Markup markup -> length(markup.text());
                    case PyList list -> list.items().size();
                    case PyTuple tuple -> tuple.items().size();
                    case PyDict dict -> dict.size();
                    case PyIterable iterable -> iterable.size();
                    default -> -1;
                };
        if (size < 0) {
            throw PythonException.typeError("object of type '" + name(value) + "' has no len()");
        }
        return size;
    }

    /** Text of a string, marked as safe or not; anything else is no text. */
    public static boolean isText(Object value) {
        return value instanceof String || value instanceof Markup;
    }

    /** The characters of a text value. */
    public static String text(Object value) {
        return value instanceof Markup markup ? markup.text() : (String) value;
    }

    /** Raises what an undefined operand raises. */
    public static void requireUsable(Object value) {
        if (value instanceof PyObject object) {
            PythonException failure = object.failure();
            if (failure != null) {
                throw failure;
            }
        }
    }
}
