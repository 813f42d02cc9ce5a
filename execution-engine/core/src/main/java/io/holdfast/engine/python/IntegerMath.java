package io.holdfast.engine.python;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;

/** Operators on integers of any size. */
final class IntegerMath {

    private IntegerMath() {}

    static Object apply(Operator operator, Object left, Object right) {
        BigInteger a = PyNumbers.big(left);
        BigInteger b = PyNumbers.big(right);
        return switch (operator) {
            case ADD -> PyNumbers.normal(a.add(b));
            case SUBTRACT -> PyNumbers.normal(a.subtract(b));
            case MULTIPLY -> multiply(a, b);
            case DIVIDE -> divide(a, b);
            case FLOOR_DIVIDE -> floorDivide(a, b);
            case MODULO -> modulo(a, b);
            case POWER -> power(a, b);
        };
    }

    private static Object multiply(BigInteger a, BigInteger b) {
        PyNumbers.checkBits((long) a.bitLength() + b.bitLength());
        return PyNumbers.normal(a.multiply(b));
    }

    private static Object divide(BigInteger a, BigInteger b) {
        if (b.signum() == 0) {
            throw zero("division by zero");
        }
        if (PyNumbers.fitsDouble(a) && PyNumbers.fitsDouble(b)) {
            return a.doubleValue() / b.doubleValue();
        }
        // Forty digits and a half-even end round once more to a double without a visible error.
        double quotient =
                new BigDecimal(a)
                        .divide(new BigDecimal(b), new MathContext(40, RoundingMode.HALF_EVEN))
                        .doubleValue();
        if (Double.isInfinite(quotient)) {
            throw new PythonException(
                    "OverflowError", "integer division result too large for a float");
        }
        return quotient;
    }

    private static Object floorDivide(BigInteger a, BigInteger b) {
        if (b.signum() == 0) {
            throw zero("integer division or modulo by zero");
        }
        BigInteger[] parts = a.divideAndRemainder(b);
        boolean down = parts[1].signum() != 0 && parts[1].signum() != b.signum();
        return PyNumbers.normal(down ? parts[0].subtract(BigInteger.ONE) : parts[0]);
    }

    private static Object modulo(BigInteger a, BigInteger b) {
        if (b.signum() == 0) {
            throw zero("integer modulo by zero");
        }
        BigInteger rest = a.remainder(b);
        boolean other = rest.signum() != 0 && rest.signum() != b.signum();
        return PyNumbers.normal(other ? rest.add(b) : rest);
    }

    private static Object power(BigInteger a, BigInteger b) {
        if (b.signum() < 0) {
            return RealMath.apply(
                    Operator.POWER, PyNumbers.real(PyNumbers.normal(a)), b.doubleValue());
        }
        if (a.abs().bitLength() <= 1) {
            boolean odd = b.testBit(0);
            return a.signum() >= 0 ? (b.signum() == 0 ? 1L : a.longValue()) : odd ? -1L : 1L;
        }
        long exponent = b.bitLength() < 32 ? b.longValue() : Integer.MAX_VALUE;
        // The size counts, not the two's complement: -2 has a bit less there than 2.
        PyNumbers.checkBits((a.abs().bitLength() - 1) * exponent);
        return PyNumbers.normal(a.pow((int) exponent));
    }

    private static PythonException zero(String text) {
        return new PythonException("ZeroDivisionError", text);
    }
}
