package io.holdfast.engine.python;

/** The way a replacement field takes from an argument: {@code 0.name[key][7]}. */
final class FormatPath {

    private final String path;
    private int at;

    FormatPath(String path) {
        this.path = path;
    }

    /** The argument's name or number; empty when the field leaves it out. */
    String first() {
        return until(".[");
    }

    /** Follows the path from the argument that {@link #first} named. */
    Object follow(Object argument) {
        Object value = argument;
        while (at < path.length()) {
            value =
                    switch (path.charAt(at++)) {
                        case '.' -> attribute(value, named(until(".[")));
                        case '[' -> item(value, named(key()));
                        default ->
                                throw PythonException.valueError(
                                        "Only '.' or '[' may follow ']' in format field specifier");
                    };
        }
        return value;
    }

    private String until(String ends) {
        int from = at;
        while (at < path.length() && ends.indexOf(path.charAt(at)) < 0) {
            at++;
        }
        return path.substring(from, at);
    }

    private String key() {
        String key = until("]");
        if (at == path.length()) {
            throw PythonException.valueError("Missing ']' in format string");
        }
        at++;
        return key;
    }

    private static String named(String name) {
        if (name.isEmpty()) {
            throw PythonException.valueError("Empty attribute in format string");
        }
        return name;
    }

    /** The number that the digits write, or -1 when they are none. */
    static long number(String digits) {
        if (digits.isEmpty() || !digits.chars().allMatch(Character::isDigit)) {
            return -1;
        }
        try {
            return Long.parseLong(digits);
        } catch (NumberFormatException tooLong) {
            throw PythonException.valueError("Too many decimal digits in format string");
        }
    }

    private static Object attribute(Object value, String name) {
        PyTypes.requireUsable(value);
        Object found = Attributes.of(value, name);
        if (found == null) {
            throw new PythonException(
                    "AttributeError",
                    "'%s' object has no attribute '%s'".formatted(PyTypes.name(value), name));
        }
        return found;
    }

    /** The item of a key, or an index when it is written in digits. */
    static Object item(Object value, String key) {
        PyTypes.requireUsable(value);
        long number = number(key);
        Object found = Subscript.item(value, number < 0 ? key : (Object) number);
        if (found == null) {
            throw missing(value, key, number >= 0);
        }
        return found;
    }

    private static PythonException missing(Object value, String key, boolean number) {
        if (value instanceof PyDict) {
            return new PythonException(
                    "KeyError", number ? String.valueOf(number(key)) : QuotedText.of(key));
        }
        boolean text = PyTypes.isText(value);
        String type = text ? "string" : PyTypes.name(value);
        if (!text && !isSequence(value)) {
            return PythonException.typeError("'" + type + "' object is not subscriptable");
        }
        if (number) {
            return new PythonException(
                    "IndexError",
                    type + (value instanceof PyRange ? " object" : "") + " index out of range");
        }
        return PythonException.typeError(
                type
                        + " indices must be integers"
                        + (text ? ", not 'str'" : " or slices, not str"));
    }

    private static boolean isSequence(Object value) {
        return value instanceof PyList || value instanceof PyTuple || value instanceof PyRange;
    }
}
