package io.holdfast.engine.python;

import java.util.List;
import java.util.Locale;

/** Python's {@code 'text' % values}. */
public final class PercentFormat {

    private static final String PERCENT = "%";

    static final String NO_CHARACTER = PERCENT + "c arg not in range(0x110000)";

    private static final String INTEGERS = "diuoxX";

    private final Budget budget;
    private final boolean safe;
    private final String template;
    private final Object operand;
    private List<Object> values;
    private int at;
    private int next;

    private PercentFormat(Object template, Object operand, Budget budget) {
        this.budget = budget;
        this.safe = template instanceof Markup;
        this.template = PyTypes.text(template);
        this.operand = operand;
        this.values = operand instanceof PyTuple tuple ? tuple.items() : List.of(operand);
    }

    /** Formats; values that go into markup are escaped. */
    public static String format(Object template, Object value, Budget budget) {
        return new PercentFormat(template, value, budget).run();
    }

    private String run() {
        StringBuilder out = new StringBuilder();
        while (at < template.length()) {
            char c = template.charAt(at++);
            if (c != '%') {
                out.append(c);
            } else if (accept('%')) {
                out.append(c);
            } else {
                budget.step();
                String text = field();
                budget.text(text.length());
                out.append(text);
            }
        }
        if (next < values.size() && !isMapping()) {
            throw PythonException.typeError("not all arguments converted during string formatting");
        }
        budget.text(template.length());
        return out.toString();
    }

    // What takes a key: nothing need be left over of it, so no field is missed.
    private boolean isMapping() {
        return operand instanceof PyDict || operand instanceof PyList || operand instanceof PyRange;
    }

    private boolean accept(char wanted) {
        boolean found = at < template.length() && template.charAt(at) == wanted;
        at += found ? 1 : 0;
        return found;
    }

    private String field() {
        if (accept('(')) {
            values = List.of(FormatPath.item(mapping(), key()));
            next = 0;
        }
        String flags = all("-+ #0");
        int width = size("width too big", 0);
        int precision = accept('.') ? Math.max(0, size("precision too big", 0)) : -1;
        if (at < template.length() && "hlL".indexOf(template.charAt(at)) >= 0) {
            at++;
        }
        if (at == template.length()) {
            throw PythonException.valueError("incomplete format");
        }
        int type = template.codePointAt(at);
        at += Character.charCount(type);
        budget.text(Math.abs((long) width) + Math.max(0, precision));
        return pad(flags, width, type, converted(type, flags, precision));
    }

    private String all(String characters) {
        int from = at;
        while (at < template.length() && characters.indexOf(template.charAt(at)) >= 0) {
            at++;
        }
        return template.substring(from, at);
    }

    private Object mapping() {
        if (!isMapping()) {
            throw PythonException.typeError("format requires a mapping");
        }
        return operand;
    }

    private String key() {
        int from = at;
        int open = 1;
        while (at < template.length()) {
            char c = template.charAt(at++);
            open += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (open == 0) {
                return template.substring(from, at - 1);
            }
        }
        throw PythonException.valueError("incomplete format key");
    }

    private int size(String tooBig, int otherwise) {
        if (accept('*')) {
            Object value = nextValue();
            if (!PyNumbers.isInteger(value)) {
                throw PythonException.typeError("* wants int");
            }
            return PyNumbers.intIndex(value);
        }
        String digits = all("0123456789");
        if (digits.length() > 9) {
            throw PythonException.valueError(tooBig);
        }
        return digits.isEmpty() ? otherwise : Integer.parseInt(digits);
    }

    private Object nextValue() {
        if (next >= values.size()) {
            throw PythonException.typeError("not enough arguments for format string");
        }
        return values.get(next++);
    }

    private String converted(int type, String flags, int precision) {
        Object value = nextValue();
        String spec =
                (flags.contains("+") ? "+" : flags.contains(" ") ? " " : "")
                        + (flags.contains("#") ? "#" : "");
        return switch (type) {
            case 's' -> cut(text(value), precision);
            case 'r' -> cut(escaped(PythonText.repr(value, budget)), precision);
            case 'a' -> cut(escaped(PythonText.ascii(value, budget)), precision);
            case 'c' -> character(value);
            case 'd', 'i', 'u' -> integer("d", (char) type, value, spec, precision);
            case 'x', 'X', 'o' ->
                    integer(Character.toString(type), (char) type, value, spec, precision);
            case 'e', 'E', 'f', 'F', 'g', 'G' -> real((char) type, value, spec, precision);
            default ->
                    throw PythonException.valueError(
                            "unsupported format character '%s' (0x%s) at index %d"
                                    .formatted(
                                            type > 0x7e ? "?" : Character.toString(type),
                                            Integer.toHexString(type),
                                            template.codePointCount(0, at) - 1));
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
        if (as.equals("d")) {
            PyTypes.requireUsable(value);
        }
        Object whole =
                value instanceof Double real && as.equals("d") ? PyNumbers.truncate(real) : value;
        boolean wrapped = safe && !as.equals("d");
        if (wrapped || !PyNumbers.isInteger(whole)) {
            throw PythonException.typeError(
                    "%%%s format: %s is required, not %s"
                            .formatted(
                                    type,
                                    as.equals("d") ? "a real number" : "an integer",
                                    wrapped ? "_MarkupEscapeHelper" : PyTypes.name(value)));
        }
        Object number = PyNumbers.normal(PyNumbers.big(whole));
        String digits = FormatSpec.of(flags + as, number).format(number, budget);
        int head = head(digits, type);
        return precision > 0 ? zeroFill(digits, head, precision + head) : digits;
    }

    // The sign and the mark of the base, which zeros go behind.
    private static int head(String digits, int type) {
        int sign = !digits.isEmpty() && "+- ".indexOf(digits.charAt(0)) >= 0 ? 1 : 0;
        return digits.startsWith("0" + (char) type, sign) && "oxX".indexOf(type) >= 0
                ? sign + 2
                : sign;
    }

    private static String zeroFill(String digits, int head, int width) {
        int missing = width - CodePoints.length(digits);
        return missing <= 0
                ? digits
                : digits.substring(0, head) + "0".repeat(missing) + digits.substring(head);
    }

    private String real(char type, Object value, String flags, int precision) {
        PyTypes.requireUsable(value);
        if (!PyNumbers.isNumber(value)) {
            throw PythonException.typeError("must be real number, not " + PyTypes.name(value));
        }
        double number = PyNumbers.real(value);
        String spec = flags + "." + (precision < 0 ? 6 : precision) + type;
        String text = FormatSpec.of(spec, number).format(number, budget);
        return type == 'F' ? text.toUpperCase(Locale.ROOT) : text;
    }

    private static String pad(String flags, int width, int type, String text) {
        int size = Math.abs(width);
        int missing = size - CodePoints.length(text);
        if (missing <= 0) {
            return text;
        }
        if (width < 0 || flags.contains("-")) {
            return text + " ".repeat(missing);
        }
        boolean zeros = flags.contains("0") && (INTEGERS + "eEfFgG").indexOf(type) >= 0;
        return zeros ? zeroFill(text, head(text, type), size) : " ".repeat(missing) + text;
    }
}
