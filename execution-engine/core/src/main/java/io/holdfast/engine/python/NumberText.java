package io.holdfast.engine.python;

import java.util.Locale;
import java.util.regex.Pattern;

/** Numbers as Python reads them from text. */
public final class NumberText {

    private static final Pattern REAL =
            Pattern.compile(
                    "[+-]?(?:(?:\\d++(?:_\\d++)*+)?\\.?(?:\\d++(?:_\\d++)*+)?(?:e[+-]?\\d++(?:_\\d++)*+)?"
                            + "|inf(?:inity)?|nan)",
                    Pattern.CASE_INSENSITIVE);

    private NumberText() {}

    /** Python's {@code int(text, base)}; ValueError for anything else. */
    public static Object integer(String text, int base) {
        requireBase(base);
        String signed = CodePoints.strip(text).toLowerCase(Locale.ROOT);
        boolean minus = signed.startsWith("-");
        String digits = minus || signed.startsWith("+") ? signed.substring(1) : signed;
        int prefixed = prefix(digits);
        int radix = base != 0 ? base : prefixed != 0 ? prefixed : 10;
        if (prefixed == radix) {
            digits = digits.substring(digits.startsWith("_", 2) ? 3 : 2);
        }
        if (!isDigits(digits, radix)) {
            throw PythonException.valueError(
                    "invalid literal for int() with base " + base + ": " + QuotedText.of(text));
        }
        Object value = PyNumbers.parse(digits.replace("_", ""), radix);
        return minus ? Arithmetic.sign(true, value) : value;
    }

    private static void requireBase(int base) {
        if (base != 0 && (base < 2 || base > 36)) {
            throw PythonException.valueError("int() base must be >= 2 and <= 36, or 0");
        }
    }

    private static int prefix(String digits) {
        return digits.startsWith("0x")
                ? 16
                : digits.startsWith("0o") ? 8 : digits.startsWith("0b") ? 2 : 0;
    }

    private static boolean isDigits(String digits, int radix) {
        boolean digitBefore = false;
        for (int i = 0; i < digits.length(); i++) {
            boolean digit = Character.digit(digits.charAt(i), radix) >= 0;
            if (!digit && (digits.charAt(i) != '_' || !digitBefore)) {
                return false;
            }
            digitBefore = digit;
        }
        return digitBefore;
    }

    /** Python's {@code float(text)}; ValueError for anything else. */
    public static double real(String text) {
        String digits = CodePoints.strip(text);
        boolean any = digits.chars().anyMatch(c -> (c >= '0' && c <= '9') || Character.isLetter(c));
        boolean leadsWithExponent = digits.matches("[+-]?\\.?[eE].*");
        if (!any || leadsWithExponent || !REAL.matcher(digits).matches()) {
            throw PythonException.valueError(
                    "could not convert string to float: " + QuotedText.of(text));
        }
        String plain = digits.replace("_", "").toLowerCase(Locale.ROOT);
        if (plain.contains("n")) {
            boolean nan = plain.contains("nan");
            return nan
                    ? Double.NaN
                    : plain.startsWith("-") ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
        }
        return Double.parseDouble(plain);
    }
}
