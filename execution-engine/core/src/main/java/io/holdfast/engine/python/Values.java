package io.holdfast.engine.python;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Brings plain Java values into an evaluation: a copy, so that nothing outside can change. */
public final class Values {

    private Values() {}

    /**
     * Copies null, Boolean, numbers, String, List and Map, nested to any sane depth.
     *
     * @throws LimitException when the value is too large or too deep
     */
    public static Object fromJava(@Nullable Object value, Budget budget) {
        return convert(value, 0, budget);
    }

    private static Object convert(@Nullable Object value, int nesting, Budget budget) {
        Budget.checkNesting(nesting);
        budget.items(1);
        return switch (value) {
            case null -> PyNone.NONE;
            case Integer number -> number.longValue();
            case Short number -> number.longValue();
            case Byte number -> number.longValue();
            case BigInteger number -> PyNumbers.normal(number);
            case Float number -> number.doubleValue();
            case BigDecimal number -> number.doubleValue();
            case List<?> list -> list(list, nesting, budget);
            case Map<?, ?> map -> dict(map, nesting, budget);
            case String text -> text;
            case Boolean bool -> bool;
            case Long number -> number;
            case Double number -> number;
            default -> throw new IllegalArgumentException("not a JSON value: " + value.getClass());
        };
    }

    private static PyList list(List<?> list, int nesting, Budget budget) {
        List<Object> items = new ArrayList<>(list.size());
        for (Object item : list) {
            items.add(convert(item, nesting + 1, budget));
        }
        return new PyList(items);
    }

    private static PyDict dict(Map<?, ?> map, int nesting, Budget budget) {
        PyDict dict = new PyDict();
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            budget.items(4);
            dict.put(
                    String.valueOf(entry.getKey()), convert(entry.getValue(), nesting + 1, budget));
        }
        return dict;
    }
}
