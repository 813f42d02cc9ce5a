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
            case 'x' -> (spec.alternate() ? "0x" : "") + grouped(size.toString(16), spec, 4);
            case 'X' ->
                    (spec.alternate() ? "0X" : "")
                            + grouped(size.toString(16).toUpperCase(Locale.ROOT), spec, 4);
            case 'o' -> (spec.alternate() ? "0o" : "") + grouped(size.toString(8), spec, 4);
            case 'b' -> (spec.alternate() ? "0b" : "") + grouped(size.toString(2), spec, 4);
            case 'c' -> character(size);
            default -> throw spec.unknown("int");
        };
    }

    private static String character(BigInteger code) {
        if (code.bitLength() > 20 && code.intValue() > Character.MAX_CODE_POINT) {
            throw new PythonException("OverflowError", PercentFormat.NO_CHARACTER);
        }
        return Character.toString(code.intValue());
    }

    private static String grouped(String digits, FormatSpec spec, int size) {
        return grouped(digits, spec.grouping(), size);
    }

    static String of(FormatSpec spec, double size) {
        int precision = spec.precision();
        if (!Double.isFinite(size)) {
            String special = FloatText.special(size);
            return Character.isUpperCase(spec.type())
                    ? special.toUpperCase(Locale.ROOT)
                    : spec.type() == '%' ? special + "%" : special;
        }
        int digits = precision < 0 ? 6 : precision;
        String text =
                switch (spec.type()) {
                    case 0 -> natural(size, precision);
                    case 'f', 'F' -> FloatText.fixed(size, digits);
                    case 'e' -> FloatText.scientific(size, digits);
                    case 'E' -> FloatText.scientific(size, digits).toUpperCase(Locale.ROOT);
                    case 'g', 'n' -> FloatText.general(size, digits, spec.alternate());
                    case 'G' ->
                            FloatText.general(size, digits, spec.alternate())
                                    .toUpperCase(Locale.ROOT);
                    case '%' -> FloatText.fixed(size * 100, digits) + "%";
                    default -> throw spec.unknown("float");
                };
        return groupedReal(text, spec.grouping());
    }

    private static String natural(double size, int precision) {
        if (precision < 0) {
            return FloatText.repr(size);
        }
        String text = FloatText.general(size, precision, false);
        boolean plainInteger = text.chars().allMatch(Character::isDigit);
        if (!plainInteger) {
            return text;
        }
        return text.length() < Math.max(1, precision)
                ? text + ".0"
                : FloatText.scientific(size, Math.max(0, text.length() - 1))
                        .replaceFirst("\\.?0*e", "e");
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
