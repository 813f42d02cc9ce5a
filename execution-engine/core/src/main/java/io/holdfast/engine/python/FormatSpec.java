package io.holdfast.engine.python;

import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Python's format specification, {@code [[fill]align][sign][z][#][0][width][grouping][.precision]
 * [type]}.
 *
 * @param align 0 when the value decides
 * @param sign 0 when there is none
 * @param coerced whether a negative zero loses its sign
 * @param grouping 0 when there is none
 * @param precision -1 when there is none
 * @param type a code point, 0 when the value decides
 * @param kind the class name of the value, for error texts
 */
record FormatSpec(
        String fill,
        char align,
        char sign,
        boolean coerced,
        boolean alternate,
        long width,
        char grouping,
        long precision,
        int type,
        String kind) {

    private static final Pattern SYNTAX =
            Pattern.compile(
                    "(?:(?<fill>.)(?=[<>=^]))?(?<align>[<>=^])?(?<sign>[-+ ])?(?<coerced>z)?"
                            + "(?<alt>#)?(?<zero>0)?(?<width>[0-9]+)?(?<group>,_|_,|[,_])?"
                            + "(?<dot>\\.(?<precision>[0-9]+)?)?(?<type>.*)",
                    Pattern.DOTALL);

    /**
     * Reads a specification for a value.
     *
     * @throws PythonException when it is none, or the value takes none
     */
    static FormatSpec of(String text, Object value) {
        if (!PyTypes.isText(value) && !PyNumbers.isNumber(value)) {
            throw PythonException.typeError(
                    "unsupported format string passed to " + PyTypes.name(value) + ".__format__");
        }
        Matcher found = SYNTAX.matcher(text);
        if (!found.matches()) {
            throw new IllegalStateException("every text has the form of the pattern");
        }
        String kind = PyTypes.name(value);
        boolean zero = found.group("zero") != null;
        char align = first(found.group("align"), zero && !PyTypes.isText(value) ? '=' : 0);
        String fill = found.group("fill");
        FormatSpec spec =
                new FormatSpec(
                        fill != null ? fill : zero ? "0" : " ",
                        align,
                        first(found.group("sign"), 0),
                        found.group("coerced") != null,
                        found.group("alt") != null,
                        number(found.group("width"), 0),
                        grouping(found.group("group")),
                        precision(found.group("dot"), found.group("precision")),
                        type(Objects.requireNonNull(found.group("type")), text, kind),
                        kind);
        spec.checkGrouping(PyTypes.isText(value));
        return spec;
    }

    private static char first(@Nullable String group, int otherwise) {
        return group == null ? (char) otherwise : group.charAt(0);
    }

    private static char grouping(@Nullable String group) {
        if (group != null && group.length() > 1) {
            throw PythonException.valueError("Cannot specify both ',' and '_'.");
        }
        return first(group, 0);
    }

    private static long precision(@Nullable String dot, @Nullable String digits) {
        if (dot != null && digits == null) {
            throw PythonException.valueError("Format specifier missing precision");
        }
        return number(digits, -1);
    }

    private static int type(String rest, String text, String kind) {
        if (CodePoints.length(rest) > 1) {
            throw PythonException.valueError(
                    "Invalid format specifier '%s' for object of type '%s'".formatted(text, kind));
        }
        return rest.isEmpty() ? 0 : rest.codePointAt(0);
    }

    private static long number(@Nullable String digits, long otherwise) {
        return digits == null ? otherwise : FormatPath.number(digits);
    }

    private void checkGrouping(boolean text) {
        int shown = type == 0 && text ? 's' : type;
        boolean fits =
                shown == 0
                        || "defgEG%F".indexOf(shown) >= 0
                        || (grouping == '_' && "boxX".indexOf(shown) >= 0);
        if (grouping != 0 && !fits) {
            throw PythonException.valueError(
                    "Cannot specify '%s' with '%s'.".formatted(grouping, shown(shown)));
        }
    }

    /** Formats a value by its kind, as {@code format(value, spec)} does. */
    String format(Object value, Budget budget) {
        budget.text(width);
        return switch (value) {
            case Double number -> realNumber(number, budget);
            case Object number when PyNumbers.isInteger(number) -> integer(number, budget);
            default -> text(PyTypes.text(value));
        };
    }

    private String text(String text) {
        if (type != 0 && type != 's') {
            throw unknown();
        }
        refuse(sign == ' ', "Space", "string format specifier");
        refuse(sign != 0, "Sign", "string format specifier");
        refuse(coerced, "Negative zero coercion (z)", "string format specifier");
        refuse(alternate, "Alternate form (#)", "string format specifier");
        refuse(align == '=', "'=' alignment", "string format specifier");
        String cut =
                precision >= 0 && precision < CodePoints.length(text)
                        ? CodePoints.slice(text, 0, (int) precision)
                        : text;
        return pad("", cut, '<');
    }

    private String integer(Object number, Budget budget) {
        if (type != 0 && "eEfFgG%".indexOf(type) >= 0) {
            return realNumber(PyNumbers.real(number), budget);
        }
        if (type != 0 && "bcdoxXn".indexOf(type) < 0) {
            throw unknown();
        }
        refuse(precision >= 0, "Precision", "integer format specifier");
        refuse(coerced, "Negative zero coercion (z)", "integer format specifier");
        if (type == 'c') {
            refuse(sign != 0, "Sign", "with integer format specifier 'c'");
            refuse(alternate, "Alternate form (#)", "with integer format specifier 'c'");
            return pad("", NumberDigits.character(PyNumbers.big(number)), '>');
        }
        boolean negative = PyNumbers.big(number).signum() < 0;
        String prefix = alternate && "boxX".indexOf(type) >= 0 ? "0" + (char) type : "";
        return pad(signOf(negative) + prefix, NumberDigits.of(this, number), '>');
    }

    private static void refuse(boolean present, String what, String where) {
        if (present) {
            String link = where.startsWith("with") ? " not allowed " : " not allowed in ";
            throw PythonException.valueError(what + link + where);
        }
    }

    private String realNumber(double number, Budget budget) {
        if (type != 0 && "eEfFgGn%".indexOf(type) < 0) {
            throw unknown();
        }
        if (precision > Integer.MAX_VALUE) {
            throw PythonException.valueError("precision too big");
        }
        budget.text(width + Math.max(0, precision));
        String digits = NumberDigits.of(this, Math.abs(number));
        boolean negative = number < 0 || (number == 0 && 1 / number < 0);
        boolean zero = coerced && digits.split("[eE]", 2)[0].chars().noneMatch(c -> c > '0');
        return pad(signOf(negative && !zero), digits, '>');
    }

    private String signOf(boolean negative) {
        return negative ? "-" : sign == 0 || sign == '-' ? "" : String.valueOf(sign);
    }

    private PythonException unknown() {
        return PythonException.valueError(
                "Unknown format code '%s' for object of type '%s'".formatted(shown(type), kind));
    }

    /** A character as error texts show it: as its number when it is not plain. */
    static String shown(int character) {
        return character > ' ' && character < 0x7f
                ? Character.toString(character)
                : "\\x" + Integer.toHexString(character);
    }

    private String pad(String sign, String body, char natural) {
        int missing = (int) width - CodePoints.length(body) - sign.length();
        if (missing <= 0) {
            return sign + body;
        }
        return switch (align == 0 ? natural : align) {
            case '<' -> sign + body + fill.repeat(missing);
            case '^' -> fill.repeat(missing / 2) + sign + body + fill.repeat(missing - missing / 2);
            case '=' -> sign + filled(body, missing);
            default -> fill.repeat(missing) + sign + body;
        };
    }

    // Zeros in front of grouped digits are grouped as well.
    private String filled(String body, int missing) {
        return grouping != 0 && fill.equals("0")
                ? NumberDigits.groupedZeros(this, body, body.length() + missing)
                : fill.repeat(missing) + body;
    }
}
