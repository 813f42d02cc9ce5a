package io.holdfast.engine.python;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Floats as Python prints them. */
public final class FloatText {

    private static final double SMALLEST_PLAIN = 1e-4;
    private static final double LARGEST_PLAIN = 1e16;

    private FloatText() {}

    /** The shortest digits that read back as the same number. */
    public static String repr(double number) {
        if (!Double.isFinite(number)) {
            return special(number);
        }
        double size = Math.abs(number);
        if (size == 0) {
            return 1 / number > 0 ? "0.0" : "-0.0";
        }
        BigDecimal digits = shortest(number);
        if (size >= SMALLEST_PLAIN && size < LARGEST_PLAIN) {
            String plain = digits.toPlainString();
            return plain.contains(".") ? plain : plain + ".0";
        }
        String unscaled = digits.unscaledValue().abs().toString();
        return (digits.signum() < 0 ? "-" : "")
                + mantissa(unscaled)
                + exponent(unscaled.length() - 1 - digits.scale());
    }

    /** Java prints two digits at least; Python prints one where it is enough. */
    private static BigDecimal shortest(double number) {
        BigDecimal digits = new BigDecimal(Double.toString(number)).stripTrailingZeros();
        BigDecimal one = digits.round(new MathContext(1, RoundingMode.HALF_EVEN));
        return digits.precision() == 2 && one.doubleValue() == number ? one : digits;
    }

    static String special(double number) {
        return Double.isNaN(number) ? "nan" : number > 0 ? "inf" : "-inf";
    }

    private static String mantissa(String digits) {
        return digits.length() == 1 ? digits : digits.charAt(0) + "." + digits.substring(1);
    }

    private static String exponent(int exponent) {
        int size = Math.abs(exponent);
        return (exponent < 0 ? "e-" : "e+") + (size < 10 ? "0" : "") + size;
    }

    /** Digits of a finite number that is not negative, with that many decimals: {@code %f}. */
    static String fixed(double number, int precision) {
        return new BigDecimal(number).setScale(precision, RoundingMode.HALF_EVEN).toPlainString();
    }

    /** Scientific notation with that many decimals: {@code %e}. */
    static String scientific(double number, int precision) {
        BigDecimal rounded = rounded(number, precision + 1);
        String digits = padded(rounded, precision + 1);
        int exponent = rounded.signum() == 0 ? 0 : rounded.precision() - 1 - rounded.scale();
        return mantissa(digits) + exponent(exponent);
    }

    private static BigDecimal rounded(double number, int digits) {
        return new BigDecimal(number).round(new MathContext(digits, RoundingMode.HALF_EVEN));
    }

    private static String padded(BigDecimal rounded, int digits) {
        String text = rounded.unscaledValue().toString();
        return text.length() >= digits
                ? text.substring(0, digits)
                : text + "0".repeat(digits - text.length());
    }

    /** Significant digits, plain or scientific as the size demands: {@code %g}. */
    static String general(double number, int precision, boolean keepZeros) {
        int digits = Math.max(1, precision);
        BigDecimal rounded = rounded(number, digits);
        int exponent = rounded.signum() == 0 ? 0 : rounded.precision() - 1 - rounded.scale();
        if (exponent < -4 || exponent >= digits) {
            String text = padded(rounded, digits);
            return mantissa(keepZeros ? text : withoutZeros(text)) + exponent(exponent);
        }
        String plain =
                rounded.setScale(digits - 1 - exponent, RoundingMode.HALF_EVEN).toPlainString();
        return keepZeros ? plain : withoutDecimalZeros(plain);
    }

    private static String withoutZeros(String digits) {
        int end = digits.length();
        while (end > 1 && digits.charAt(end - 1) == '0') {
            end--;
        }
        return digits.substring(0, end);
    }

    private static String withoutDecimalZeros(String plain) {
        if (!plain.contains(".")) {
            return plain;
        }
        String text = withoutZeros(plain);
        return text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
    }

    /** Python's {@code round(number, digits)}: exact, halves to even. */
    public static double round(double number, int digits) {
        if (!Double.isFinite(number) || digits > 323) {
            return number;
        }
        if (digits < -308) {
            return Math.copySign(0.0, number);
        }
        double rounded =
                new BigDecimal(number).setScale(digits, RoundingMode.HALF_EVEN).doubleValue();
        return Math.copySign(rounded, number);
    }
}
