package io.holdfast.engine.python;

import java.math.BigInteger;
import java.util.Locale;

/** The digits of a number's size, without its sign, as a format specification asks. */
final class NumberDigits {

    private NumberDigits() {}

    static String of(FormatSpec spec, Object integer) {
        BigInteger size = PyNumbers.big(integer).abs();
        return switch (spec.type()) {
            case 0, 'd', 'n' ->
                    grouped(PyNumbers.digits(PyNumbers.normal(size)), spec.grouping(), 3);
            case 'x' -> grouped(size.toString(16), spec.grouping(), 4);
            case 'X' -> grouped(size.toString(16).toUpperCase(Locale.ROOT), spec.grouping(), 4);
            case 'o' -> grouped(size.toString(8), spec.grouping(), 4);
            case 'b' -> grouped(size.toString(2), spec.grouping(), 4);
            default -> throw new IllegalArgumentException("no type of integers");
        };
    }

    /** The character of a code point. */
    static String character(BigInteger code) {
        if (code.signum() < 0
                || code.bitLength() > 21
                || code.intValue() > Character.MAX_CODE_POINT) {
            throw new PythonException("OverflowError", PercentFormat.NO_CHARACTER);
        }
        return Character.toString(code.intValue());
    }

    /** Grouped digits with as many zeros in front, grouped too, as a width needs. */
    static String groupedZeros(FormatSpec spec, String body, int width) {
        int size = "boxX".indexOf(spec.type()) >= 0 ? 4 : 3;
        int end = 0;
        while (end < body.length() && isGrouped(body.charAt(end), spec, size)) {
            end++;
        }
        StringBuilder digits =
                new StringBuilder(
                        body.substring(0, end).replace(String.valueOf(spec.grouping()), ""));
        while (digits.length() + (digits.length() - 1) / size + body.length() - end < width) {
            digits.insert(0, '0');
        }
        return grouped(digits.toString(), spec.grouping(), size) + body.substring(end);
    }

    private static boolean isGrouped(char c, FormatSpec spec, int size) {
        return c == spec.grouping() || Character.digit(c, size == 4 ? 16 : 10) >= 0;
    }

    static String of(FormatSpec spec, double size) {
        int precision = (int) spec.precision();
        if (!Double.isFinite(size)) {
            String special = FloatText.special(size);
            return Character.isUpperCase(spec.type())
                    ? special.toUpperCase(Locale.ROOT)
                    : spec.type() == '%' ? special + "%" : special;
        }
        int digits = precision < 0 ? 6 : precision;
        String text =
                switch (spec.type()) {
                    case 0 -> natural(size, precision, spec.alternate());
                    case 'f', 'F' -> FloatText.fixed(size, digits);
                    case 'e' -> FloatText.scientific(size, digits);
                    case 'E' -> FloatText.scientific(size, digits).toUpperCase(Locale.ROOT);
                    case 'g', 'n' -> FloatText.general(size, digits, spec.alternate());
                    case 'G' ->
                            FloatText.general(size, digits, spec.alternate())
                                    .toUpperCase(Locale.ROOT);
                    case '%' -> FloatText.fixed(size * 100, digits) + "%";
                    default -> throw new IllegalArgumentException("no type of reals");
                };
        return groupedReal(spec.alternate() ? pointed(text) : text, spec.grouping());
    }

    private static String pointed(String text) {
        int end = 0;
        while (end < text.length() && Character.isDigit(text.charAt(end))) {
            end++;
        }
        boolean point = end < text.length() && text.charAt(end) == '.';
        return point ? text : text.substring(0, end) + "." + text.substring(end);
    }

    private static String natural(double size, int precision, boolean keepZeros) {
        if (precision < 0) {
            return FloatText.repr(size);
        }
        String text = FloatText.general(size, precision, keepZeros);
        boolean plainInteger = text.chars().allMatch(Character::isDigit);
        if (!plainInteger) {
            return text;
        }
        return text.length() < Math.max(1, precision)
                ? text + ".0"
                : FloatText.scientific(size, Math.max(0, text.length() - 1))
                        .replaceFirst("(?<=[0-9])\\.?0*e", "e");
    }

    private static String groupedReal(String text, char grouping) {
        int end = 0;
        while (end < text.length() && Character.isDigit(text.charAt(end))) {
            end++;
        }
        return grouped(text.substring(0, end), grouping, 3) + text.substring(end);
    }

    private static String grouped(String digits, char grouping, int size) {
        if (grouping == 0) {
            return digits;
        }
        StringBuilder out = new StringBuilder(digits);
        for (int i = digits.length() - size; i > 0; i -= size) {
            out.insert(i, grouping);
        }
        return out.toString();
    }
}
