package io.holdfast.engine.python;

/** Operators on floats. */
final class RealMath {

    private RealMath() {}

    static Object apply(Operator operator, double a, double b) {
        return switch (operator) {
            case ADD -> a + b;
            case SUBTRACT -> a - b;
            case MULTIPLY -> a * b;
            case DIVIDE -> a / nonZero(b, "float division by zero");
            case FLOOR_DIVIDE -> floorDivide(a, nonZero(b, "float floor division by zero"));
            case MODULO -> modulo(a, nonZero(b, "float modulo"));
            case POWER -> power(a, b);
        };
    }

    private static double nonZero(double divisor, String text) {
        if (divisor == 0) {
            throw new PythonException("ZeroDivisionError", text);
        }
        return divisor;
    }

    private static double modulo(double a, double b) {
        double rest = a % b;
        if (rest == 0) {
            return Math.copySign(0.0, b);
        }
        return (rest < 0) == (b < 0) ? rest : rest + b;
    }

    private static double floorDivide(double a, double b) {
        double quotient = (a - modulo(a, b)) / b;
        if (quotient == 0) {
            return Math.copySign(0.0, a / b);
        }
        double floor = Math.floor(quotient);
        return quotient - floor > 0.5 ? floor + 1 : floor;
    }

    private static double power(double a, double b) {
        if (a == 1 || b == 0) {
            return 1;
        }
        if (a == 0 && b < 0) {
            throw new PythonException(
                    "ZeroDivisionError", "0.0 cannot be raised to a negative power");
        }
        boolean finite = Double.isFinite(a) && Double.isFinite(b);
        requireReal(finite, a, b);
        double result = Math.pow(a, b);
        if (finite && Double.isInfinite(result)) {
            throw new PythonException("OverflowError", "(34, 'Numerical result out of range')");
        }
        return result;
    }

    private static void requireReal(boolean finite, double a, double b) {
        if (finite && a < 0 && b != Math.rint(b)) {
            throw PythonException.valueError("complex numbers are not supported");
        }
    }
}
