package io.holdfast.engine.python;

import java.math.BigDecimal;
import java.math.BigInteger;

/** Python's two kinds of numbers over Long, BigInteger, Boolean and Double. */
public final class PyNumbers {

    private static final int MAX_BITS = 1 << 17;
    private static final int MAX_DIGITS = 4300;
    private static final long EXACT = 1L << 53;

    private PyNumbers() {}

    public static boolean isInteger(Object value) {
        return value instanceof Long || value instanceof BigInteger || value instanceof Boolean;
    }

    public static boolean isNumber(Object value) {
        return value instanceof Double || isInteger(value);
    }

    /** An integer in its one form: Long where it fits. */
    public static Object normal(BigInteger value) {
        if (value.bitLength() < Long.SIZE) {
            return value.longValue();
        }
        if (value.bitLength() > MAX_BITS) {
            throw new LimitException("Integer exceeds " + MAX_BITS + " bits");
        }
        return value;
    }

    public static BigInteger big(Object integer) {
        return switch (integer) {
            case BigInteger big -> big;
            case Long number -> BigInteger.valueOf(number);
            case Boolean bool -> bool ? BigInteger.ONE : BigInteger.ZERO;
            default -> throw new IllegalArgumentException("no integer");
        };
    }

    /** The number as a double; OverflowError for integers beyond. */
    public static double real(Object number) {
        if (number instanceof Double real) {
            return real;
        }
        double value = big(number).doubleValue();
        if (Double.isInfinite(value)) {
            throw new PythonException("OverflowError", "int too large to convert to float");
        }
        return value;
    }

    /** An integer that has to fit an index or a count; TypeError for anything else. */
    public static long index(Object value) {
        PyTypes.requireUsable(value);
        if (!isInteger(value)) {
            throw PythonException.typeError(
                    "'" + PyTypes.name(value) + "' object cannot be interpreted as an integer");
        }
        BigInteger integer = big(value);
        if (integer.bitLength() >= Long.SIZE) {
            return integer.signum() < 0 ? Long.MIN_VALUE / 2 : Long.MAX_VALUE / 2;
        }
        return Math.clamp(integer.longValue(), Long.MIN_VALUE / 2, Long.MAX_VALUE / 2);
    }

    /** An index that Java can use, cut to the range of int. */
    public static int intIndex(Object value) {
        return Math.clamp(index(value), Integer.MIN_VALUE + 1, Integer.MAX_VALUE - 1);
    }

    /** Compares numbers of any kind; NaN must not come here. */
    static int compare(Object left, Object right) {
        if (left instanceof Long a && right instanceof Long b) {
            return Long.compare(a, b);
        }
        if (left instanceof Double a && right instanceof Double b) {
            return a < b ? -1 : a > b ? 1 : 0;
        }
        return compareMixed(left, right);
    }

    private static int compareMixed(Object left, Object right) {
        if (left instanceof Double a && a.isInfinite()) {
            return a > 0 ? 1 : -1;
        }
        if (right instanceof Double b && b.isInfinite()) {
            return b > 0 ? -1 : 1;
        }
        return exact(left).compareTo(exact(right));
    }

    private static BigDecimal exact(Object number) {
        return number instanceof Double real ? new BigDecimal(real) : new BigDecimal(big(number));
    }

    static boolean isNan(Object value) {
        return value instanceof Double real && real.isNaN();
    }

    /** Decimal digits; Python refuses to print more than 4300. */
    public static String digits(Object integer) {
        if (integer instanceof Long number) {
            return Long.toString(number);
        }
        BigInteger big = big(integer);
        if (big.bitLength() > MAX_DIGITS * 4) {
            throw tooManyDigits();
        }
        String text = big.toString();
        if (text.length() - (big.signum() < 0 ? 1 : 0) > MAX_DIGITS) {
            throw tooManyDigits();
        }
        return text;
    }

    private static PythonException tooManyDigits() {
        return PythonException.valueError(
                "Exceeds the limit (4300 digits) for integer string conversion; "
                        + "use sys.set_int_max_str_digits() to increase the limit");
    }

    /** Reads decimal digits as an integer. */
    public static Object parse(String digits, int radix) {
        if (radix == 10 && digits.length() > MAX_DIGITS) {
            throw PythonException.valueError(
                    "Exceeds the limit (4300 digits) for integer string conversion: value has "
                            + digits.length()
                            + " digits; use sys.set_int_max_str_digits() to increase the limit");
        }
        return normal(new BigInteger(digits, radix));
    }

    /** Checks the size of a product or power before it is made. */
    static void checkBits(long bits) {
        if (bits > MAX_BITS) {
            throw new LimitException("Integer exceeds " + MAX_BITS + " bits");
        }
    }

    /** Whether an integer is exact as a double. */
    static boolean fitsDouble(BigInteger value) {
        return value.bitLength() < Long.SIZE && Math.abs(value.longValue()) <= EXACT;
    }

    /** The integer part of a double. */
    public static Object truncate(double value) {
        if (Double.isNaN(value)) {
            throw PythonException.valueError("cannot convert float NaN to integer");
        }
        if (Double.isInfinite(value)) {
            throw new PythonException("OverflowError", "cannot convert float infinity to integer");
        }
        return normal(new BigDecimal(value).toBigInteger());
    }
}
