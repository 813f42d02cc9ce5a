package io.holdfast.engine.python;

import org.jspecify.annotations.Nullable;

/** Methods of numbers. */
final class NumberMethods {

    private static final MethodTable FLOAT =
            new MethodTable("float")
                    .add(
                            "is_integer",
                            (self, args, budget) ->
                                    Double.isFinite((Double) self)
                                            && (Double) self == Math.rint((Double) self));

    private static final MethodTable INTEGER =
            new MethodTable("int")
                    .add(
                            "bit_length",
                            (self, args, budget) -> (long) PyNumbers.big(self).abs().bitLength());

    private NumberMethods() {}

    static @Nullable Object ofReal(Double value, String name) {
        return switch (name) {
            case "real" -> value;
            case "imag" -> 0.0;
            default -> FLOAT.bind(value, name);
        };
    }

    static @Nullable Object ofInteger(Object value, String name) {
        return switch (name) {
            case "real", "numerator" -> PyNumbers.normal(PyNumbers.big(value));
            case "imag" -> 0L;
            case "denominator" -> 1L;
            default -> INTEGER.bind(value, name);
        };
    }
}
