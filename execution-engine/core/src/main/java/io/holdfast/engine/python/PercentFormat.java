package io.holdfast.engine.python;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Python's {@code 'text' % values}. */
public final class PercentFormat {

    private static final Pattern FIELD =
            Pattern.compile(
                    "%(?:\\((?<key>[^)]*)\\))?(?<flags>[-#0 +]*)(?<width>\\*|\\d+)?"
                            + "(?:\\.(?<precision>\\*|\\d+)?)?[hlL]?(?<type>.)?",
                    Pattern.DOTALL);

    private static final String PERCENT = "%";

    static final String NO_CHARACTER = PERCENT + "c arg not in range(0x110000)";

    private final Budget budget;
    private final boolean safe;
    private final @Nullable PyDict mapping;
    private final List<Object> values;
    private int next;

    private PercentFormat(Object template, Object value, Budget budget) {
        this.budget = budget;
        this.safe = template instanceof Markup;
        this.mapping = value instanceof PyDict dict ? dict : null;
        this.values = value instanceof PyTuple tuple ? tuple.items() : List.of(value);
    }

    /** Formats; values that go into markup are escaped. */
    public static String format(Object template, Object value, Budget budget) {
        return new PercentFormat(template, value, budget).run(PyTypes.text(template));
    }

    private String run(String template) {
        StringBuilder out = new StringBuilder();
        Matcher field = FIELD.matcher(template);
        int from = 0;
        while (field.find()) {
            budget.step();
            out.append(template, from, field.start());
            String text = field(field);
            budget.text(text.length());
            out.append(text);
            from = field.end();
        }
        if (next < values.size() && mapping == null && !isSequence()) {
            throw PythonException.typeError("not all arguments converted during string formatting");
        }
        budget.text(template.length());
        return out.append(template, from, template.length()).toString();
    }

    // A single list or text that no field asked for is an error as well, any other mapping is not.
    private boolean isSequence() {
        return next == 0 && values.size() == 1 && values.getFirst() instanceof PyList;
    }

    private String field(Matcher field) {
        String type = field.group("type");
        if (type == null) {
            throw PythonException.valueError("incomplete format");
        }
        if (type.equals("%")) {
            return "%";
        }
        String flags = field.group("flags");
        int width = size(field.group("width"), 0);
        boolean left = flags.contains("-") || width < 0;
        int precision = precision(field);
        budget.text(Math.abs((long) width) + Math.max(0, precision));
        String spec =
                (flags.contains("+") ? "+" : flags.contains(" ") ? " " : "")
                        + (flags.contains("#") ? "#" : "");
        Object value = value(field.group("key"));
        requireKnown(type, field);
        String text = convert(type.charAt(0), value, spec, precision);
        boolean zeros = flags.contains("0") && !left && "diouxXeEfFgG".contains(type);
        return pad(text, Math.abs(width), left, zeros);
    }

    private static void requireKnown(String type, Matcher field) {
        if ("sracdiuxXoeEfFgG".indexOf(type) < 0) {
            throw PythonException.valueError(
                    "unsupported format character '%s' (0x%s) at index %d"
                            .formatted(type, Integer.toHexString(type.charAt(0)), field.end() - 1));
        }
    }

    private int precision(Matcher field) {
        String whole = field.group();
        if (field.group("precision") == null) {
            return whole.contains(".") && !whole.contains("(") ? 0 : -1;
        }
        return size(field.group("precision"), -1);
    }

    private int size(@Nullable String text, int otherwise) {
        if (text == null) {
            return otherwise;
        }
        if (text.equals("*")) {
            Object value = nextValue();
            if (!PyNumbers.isInteger(value)) {
                throw PythonException.typeError("* wants int");
            }
            return PyNumbers.intIndex(value);
        }
        if (text.length() > 9) {
            throw PythonException.valueError("width too big");
        }
        return Integer.parseInt(text);
    }

    private Object value(@Nullable String key) {
        if (key == null) {
            return nextValue();
        }
        if (mapping == null) {
            throw PythonException.typeError("format requires a mapping");
        }
        Object value = mapping.get(key);
        if (value == null) {
            throw new PythonException("KeyError", QuotedText.of(key));
        }
        return value;
    }

    private Object nextValue() {
        if (next >= values.size()) {
            throw PythonException.typeError("not enough arguments for format string");
        }
        return values.get(next++);
    }

    private String convert(char type, Object value, String flags, int precision) {
        return switch (type) {
            case 's' -> cut(text(value), precision);
            case 'r' -> cut(escaped(PythonText.repr(value, budget)), precision);
            case 'a' -> cut(escaped(PythonText.ascii(value, budget)), precision);
            case 'c' -> character(value);
            case 'd', 'i', 'u' -> integer("d", type, value, flags, precision);
            case 'x', 'X', 'o' -> integer(String.valueOf(type), type, value, flags, precision);
            case 'e', 'E', 'f', 'F', 'g', 'G' -> real(type, value, flags, precision);
            default -> throw new IllegalArgumentException("unknown format " + type);
        };
    }

    private String text(Object value) {
        return safe ? Markup.escape(value, budget).text() : PythonText.str(value, budget);
    }

    private String escaped(String text) {
        return safe ? Markup.escapeText(text, budget) : text;
    }

    private static String cut(String text, int precision) {
        return precision >= 0 && precision < CodePoints.length(text)
                ? CodePoints.slice(text, 0, precision)
                : text;
    }

    private static String character(Object value) {
        if (PyTypes.isText(value) && PyTypes.length(value) == 1) {
            return PyTypes.text(value);
        }
        if (!PyNumbers.isInteger(value)) {
            throw PythonException.typeError(PERCENT + "c requires int or char");
        }
        int code = PyNumbers.intIndex(value);
        if (!Character.isValidCodePoint(code)) {
            throw new PythonException("OverflowError", NO_CHARACTER);
        }
        return Character.toString(code);
    }

    private String integer(String as, char type, Object value, String flags, int precision) {
        PyTypes.requireUsable(value);
        Object whole =
                value instanceof Double real && as.equals("d") ? PyNumbers.truncate(real) : value;
        if (!PyNumbers.isInteger(whole)) {
            throw PythonException.typeError(
                    "%%%s format: %s is required, not %s"
                            .formatted(
                                    type,
                                    as.equals("d") ? "a real number" : "an integer",
                                    PyTypes.name(value)));
        }
        String digits =
                FormatSpec.parse(flags + as).format(PyNumbers.normal(PyNumbers.big(whole)), budget);
        return precision > 0 ? zeroFill(digits, precision) : digits;
    }

    private static String zeroFill(String digits, int precision) {
        int sign = digits.isEmpty() || Character.isLetterOrDigit(digits.charAt(0)) ? 0 : 1;
        int missing = precision - (digits.length() - sign);
        return missing <= 0
                ? digits
                : digits.substring(0, sign) + "0".repeat(missing) + digits.substring(sign);
    }

    private String real(char type, Object value, String flags, int precision) {
        PyTypes.requireUsable(value);
        if (!PyNumbers.isNumber(value)) {
            throw PythonException.typeError("must be real number, not " + PyTypes.name(value));
        }
        String spec = flags + "." + (precision < 0 ? 6 : precision) + type;
        String text = FormatSpec.parse(spec).format(PyNumbers.real(value), budget);
        return type == 'F' ? text.toUpperCase(Locale.ROOT) : text;
    }

    private static String pad(String text, int width, boolean left, boolean zeros) {
        int missing = width - CodePoints.length(text);
        if (missing <= 0) {
            return text;
        }
        if (left) {
            return text + " ".repeat(missing);
        }
        return zeros ? zeroFill(text, width - signLength(text)) : " ".repeat(missing) + text;
    }

    private static int signLength(String text) {
        return "+- ".indexOf(text.charAt(0)) >= 0 ? 1 : 0;
    }
}
