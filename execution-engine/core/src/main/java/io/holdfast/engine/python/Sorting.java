package io.holdfast.engine.python;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;

/** Python's stable sort; {@code reverse} keeps equal items in their order. */
public final class Sorting {

    private Sorting() {}

    private record Keyed(Object key, Object item) {}

    public static void sort(List<Object> items, boolean reverse, Budget budget) {
        sort(items, item -> item, reverse, budget);
    }

    /** Sorts by a key that is computed once an item. */
    public static void sort(
            List<Object> items, UnaryOperator<Object> key, boolean reverse, Budget budget) {
        budget.items(items.size());
        List<Keyed> keyed = new ArrayList<>(items.size());
        items.forEach(item -> keyed.add(new Keyed(key.apply(item), item)));
        Comparator<Object> order = new Comparison(budget).order();
        Comparator<Keyed> byKey = (a, b) -> order.compare(a.key(), b.key());
        try {
            keyed.sort(reverse ? byKey.reversed() : byKey);
        } catch (IllegalArgumentException inconsistent) {
            // NaN has no place in an order; Python leaves some order then, we refuse.
            throw PythonException.valueError("the items have no consistent order");
        }
        items.clear();
        keyed.forEach(pair -> items.add(pair.item()));
    }
}
