package io.holdfast.engine.jinja.runtime;

import io.holdfast.engine.python.Arithmetic;
import io.holdfast.engine.python.FloatText;
import io.holdfast.engine.python.NumberText;
import io.holdfast.engine.python.Operator;
import io.holdfast.engine.python.PyNumbers;
import io.holdfast.engine.python.PyTypes;
import io.holdfast.engine.python.PythonException;
import io.holdfast.engine.python.Signature;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/** Filters on numbers. */
final class NumberFilters {

    private static final List<String> DECIMAL =
            List.of("kB", "MB", "GB", "TB", "PB", "EB", "ZB", "YB");
    private static final List<String> BINARY =
            List.of("KiB", "MiB", "GiB", "TiB", "PiB", "EiB", "ZiB", "YiB");

    private NumberFilters() {}

    static void addTo(FilterTable table) {
        table.add("abs", (c, value, args) -> abs(value))
                .add("int", NumberFilters::integer, "default=", "base=")
                .add("float", NumberFilters::real, "default=")
                .add("round", NumberFilters::round, "precision=", "method=")
                .add("filesizeformat", NumberFilters::fileSize, "binary=");
    }

    private static Object abs(Object value) {
        if (value instanceof Double real) {
            return Math.abs(real);
        }
        if (!PyNumbers.isInteger(value)) {
            throw PythonException.typeError(
                    "bad operand type for abs(): '" + PyTypes.name(value) + "'");
        }
        return PyNumbers.normal(PyNumbers.big(value).abs());
    }

    private static Object integer(RenderContext context, Object value, Signature.Bound args) {
        try {
            return PyTypes.isText(value)
                    ? NumberText.integer(PyTypes.text(value), args.intAt(1, 10))
                    : truncated(value);
        } catch (PythonException notInteger) {
            rethrowUndefined(notInteger);
        }
        try {
            return PyNumbers.truncate(asReal(value));
        } catch (PythonException noNumber) {
            rethrowUndefined(noNumber);
            return args.get(0, 0L);
        }
    }

    private static Object truncated(Object value) {
        if (value instanceof Double number) {
            return PyNumbers.truncate(number);
        }
        PyTypes.requireUsable(value);
        if (!PyNumbers.isInteger(value)) {
            throw PythonException.typeError("no number");
        }
        return PyNumbers.normal(PyNumbers.big(value));
    }

    private static void rethrowUndefined(PythonException error) {
        if (!error.type().equals("TypeError") && !error.type().equals("ValueError")) {
            throw error;
        }
    }

    private static double asReal(Object value) {
        PyTypes.requireUsable(value);
        if (PyTypes.isText(value)) {
            return NumberText.real(PyTypes.text(value));
        }
        if (!PyNumbers.isNumber(value)) {
            throw PythonException.typeError(
                    "float() argument must be a string or a real number, not '"
                            + PyTypes.name(value)
                            + "'");
        }
        return PyNumbers.real(value);
    }

    private static Object real(RenderContext context, Object value, Signature.Bound args) {
        try {
            return asReal(value);
        } catch (PythonException noNumber) {
            rethrowUndefined(noNumber);
            return args.get(0, 0.0);
        }
    }

    private static Object round(RenderContext context, Object value, Signature.Bound args) {
        int precision = args.intAt(0, 0);
        String method = context.str(args.get(1, "common"));
        return switch (method) {
            case "common" -> roundHalfEven(value, precision);
            case "ceil", "floor" -> roundTo(value, precision, method.equals("ceil"));
            default -> throw Filters.argumentError("method must be common, ceil or floor");
        };
    }

    private static Object roundHalfEven(Object value, int precision) {
        PyTypes.requireUsable(value);
        if (value instanceof Double number) {
            double rounded = FloatText.round(number, precision);
            if (Double.isInfinite(rounded) && Double.isFinite(number)) {
                throw new PythonException("OverflowError", "rounded value too large to represent");
            }
            return rounded;
        }
        if (!PyNumbers.isInteger(value)) {
            throw PythonException.typeError(
                    "type " + PyTypes.name(value) + " doesn't define __round__ method");
        }
        if (precision >= 0) {
            return PyNumbers.normal(PyNumbers.big(value));
        }
        BigDecimal exact = new BigDecimal(PyNumbers.big(value));
        return -precision > exact.precision() + 1
                ? 0L
                : PyNumbers.normal(
                        exact.setScale(precision, RoundingMode.HALF_EVEN).toBigInteger());
    }

    private static Object roundTo(Object value, int precision, boolean up) {
        PyTypes.requireUsable(value);
        if (!PyNumbers.isNumber(value)) {
            throw PythonException.typeError(
                    "can't multiply sequence by non-int of type '" + PyTypes.name(value) + "'");
        }
        double factor = Math.pow(10, precision);
        double scaled = PyNumbers.real(value) * factor;
        PyNumbers.truncate(scaled);
        return (up ? Math.ceil(scaled) : Math.floor(scaled)) / factor;
    }

    private static Object fileSize(RenderContext context, Object value, Signature.Bound args) {
        boolean binary = args.flagAt(0, false);
        double bytes = asReal(value);
        double base = binary ? 1024 : 1000;
        if (bytes == 1) {
            return "1 Byte";
        }
        if (bytes < base) {
            return PyNumbers.digits(PyNumbers.truncate(bytes)) + " Bytes";
        }
        List<String> units = binary ? BINARY : DECIMAL;
        double unit = base * base;
        int index = 0;
        while (bytes >= unit && index < units.size() - 1) {
            unit *= base;
            index++;
        }
        String text =
                context.str(
                        Arithmetic.apply(
                                Operator.MODULO, "%.1f", base * bytes / unit, context.budget()));
        return text + " " + units.get(index);
    }
}
