package io.holdfast.engine.python;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Python's format specification, {@code [[fill]align][sign][#][0][width][grouping][.precision]
 * [type]}.
 *
 * @param align 0 when the value decides
 * @param grouping 0 when there is none
 * @param precision -1 when there is none
 * @param type 0 when the value decides
 */
record FormatSpec(
        String fill,
        char align,
        char sign,
        boolean alternate,
        int width,
        char grouping,
        int precision,
        char type) {

    private static final Pattern SYNTAX =
            Pattern.compile(
                    "(?:(?<fill>.)?(?<align>[<>=^]))?(?<sign>[-+ ])?(?<alt>#)?(?<zero>0)?"
                            + "(?<width>\\d+)?(?<group>[,_])?(?:\\.(?<precision>\\d+))?"
                            + "(?<type>[a-zA-Z%])?",
                    Pattern.DOTALL);

    static FormatSpec parse(String text) {
        Matcher found = SYNTAX.matcher(text);
        if (!found.matches()) {
            throw PythonException.valueError("Invalid format specifier");
        }
        boolean zero = found.group("zero") != null;
        char align = first(found.group("align"), zero ? '=' : 0);
        String fill = found.group("fill");
        return new FormatSpec(
                fill != null ? fill : zero ? "0" : " ",
                align,
                first(found.group("sign"), '-'),
                found.group("alt") != null,
                number(found.group("width"), 0),
                first(found.group("group"), (char) 0),
                number(found.group("precision"), -1),
                first(found.group("type"), (char) 0));
    }

    private static char first(@Nullable String group, int otherwise) {
        return group == null ? (char) otherwise : group.charAt(0);
    }

    private static int number(@Nullable String digits, int otherwise) {
        if (digits == null) {
            return otherwise;
        }
        if (digits.length() > 9) {
            throw PythonException.valueError("Too many decimal digits in format string");
        }
        return Integer.parseInt(digits);
    }

    /** Formats a value by its kind, as {@code format(value, spec)} does. */
    String format(Object value, Budget budget) {
        budget.text((long) width + Math.max(0, precision));
        return switch (value) {
            case Double number -> realNumber(number);
            case Object number when PyNumbers.isInteger(number) -> integer(number);
            case Object text when PyTypes.isText(text) -> text(PyTypes.text(text));
            default ->
                    throw PythonException.typeError(
                            "unsupported format string passed to "
                                    + PyTypes.name(value)
                                    + ".__format__");
        };
    }

    private String text(String text) {
        if (type != 0 && type != 's') {
            throw unknown("str");
        }
        if (align == '=') {
            throw PythonException.valueError(
                    "'=' alignment not allowed in string format specifier");
        }
        String cut =
                precision >= 0 && precision < CodePoints.length(text)
                        ? CodePoints.slice(text, 0, precision)
                        : text;
        return pad("", cut, '<');
    }

    private String integer(Object number) {
        if (type != 0 && "eEfFgG%".indexOf(type) >= 0) {
            return realNumber(PyNumbers.real(number));
        }
        if (precision >= 0) {
            throw PythonException.valueError("Precision not allowed in integer format specifier");
        }
        boolean negative = PyNumbers.big(number).signum() < 0;
        return pad(signOf(negative), NumberDigits.of(this, number), '>');
    }

    private String realNumber(double number) {
        boolean negative = number < 0 || (number == 0 && 1 / number < 0);
        return pad(signOf(negative), NumberDigits.of(this, Math.abs(number)), '>');
    }

    private String signOf(boolean negative) {
        return negative ? "-" : sign == '-' ? "" : String.valueOf(sign);
    }

    PythonException unknown(String kind) {
        return PythonException.valueError(
                "Unknown format code '%s' for object of type '%s'".formatted(type, kind));
    }

    private String pad(String sign, String body, char natural) {
        int missing = width - CodePoints.length(body) - sign.length();
        if (missing <= 0) {
            return sign + body;
        }
        return switch (align == 0 ? natural : align) {
            case '<' -> sign + body + fill.repeat(missing);
            case '^' -> fill.repeat(missing / 2) + sign + body + fill.repeat(missing - missing / 2);
            case '=' -> sign + fill.repeat(missing) + body;
            default -> fill.repeat(missing) + sign + body;
        };
    }
}
