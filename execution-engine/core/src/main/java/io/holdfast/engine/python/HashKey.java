package io.holdfast.engine.python;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/** Maps values that Python holds for one key to objects that Java holds for equal. */
public final class HashKey {

    private record TupleKey(List<Object> keys) {}

    private HashKey() {}

    /**
     * The key of a value.
     *
     * @throws PythonException TypeError when Python cannot hash the value
     */
    public static Object of(Object value) {
        return of(value, 0);
    }

    private static Object of(Object value, int nesting) {
        Budget.checkNesting(nesting);
        return switch (value) {
            case Markup markup -> markup.text();
            case Boolean bool -> bool ? 1L : 0L;
            case Double number -> ofDouble(number);
            case PyTuple tuple -> ofTuple(tuple, nesting);
            case PyList list -> throw unhashable(list);
            case PyDict dict -> throw unhashable(dict);
            default -> value;
        };
    }

    private static Object ofDouble(double number) {
        if (Double.isFinite(number) && number == Math.rint(number)) {
            BigInteger integer = new BigDecimal(number).toBigInteger();
            return PyNumbers.normal(integer);
        }
        return number;
    }

    private static Object ofTuple(PyTuple tuple, int nesting) {
        List<Object> keys = new ArrayList<>(tuple.items().size());
        for (Object item : tuple.items()) {
            keys.add(of(item, nesting + 1));
        }
        return new TupleKey(keys);
    }

    private static PythonException unhashable(Object value) {
        return PythonException.typeError("unhashable type: '" + PyTypes.name(value) + "'");
    }
}
