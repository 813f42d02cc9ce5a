package io.holdfast.engine.usage;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Adds up model usage over several calls (http-api.md 2.4). */
public final class UsageTotals {

    private final Map<String, @Nullable Object> total = new LinkedHashMap<>();

    /** Adds the usage of one call: counts and prices are summed, all else is taken over. */
    public void add(Map<String, @Nullable Object> usage) {
        usage.forEach(
                (name, value) -> total.merge(name, orEmpty(value), (a, b) -> sum(name, a, b)));
    }

    public Map<String, @Nullable Object> asMap() {
        return new LinkedHashMap<>(total);
    }

    public long totalTokens() {
        return total.get("total_tokens") instanceof Number number ? number.longValue() : 0;
    }

    private static Object orEmpty(@Nullable Object value) {
        return value == null ? 0.0 : value;
    }

    private static Object sum(String name, Object a, Object b) {
        if (name.contains("_unit")) {
            return b;
        }
        if (a instanceof Long left && b instanceof Long right) {
            return left + right;
        }
        if (a instanceof Number left && b instanceof Number right) {
            return left.doubleValue() + right.doubleValue();
        }
        return name.endsWith("price") && a instanceof String left && b instanceof String right
                ? sumPrices(left, right)
                : b;
    }

    private static String sumPrices(String a, String b) {
        try {
            return new BigDecimal(a).add(new BigDecimal(b)).toPlainString();
        } catch (NumberFormatException e) {
            return b; // a provider that writes no number as its price is shown as it is
        }
    }
}
