package io.holdfast.engine.node.ifelse;

import io.holdfast.engine.value.ValueText;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Compares a value with what a condition expects (the table of dsl.md 3.6). */
final class Comparison {

    private final String operator;
    private final @Nullable Object actual;
    private final @Nullable Object expected;

    /**
     * @param expected a text, a boolean for boolean variables, or a list
     */
    Comparison(String operator, @Nullable Object actual, @Nullable Object expected) {
        this.operator = operator;
        this.actual = actual;
        this.expected = expected;
    }

    boolean holds() throws ComparisonException {
        return switch (operator) {
            case "contains" -> !isFalsy() && contains();
            case "not contains" -> isFalsy() || !contains();
            case "start with" -> !isFalsy() && text(actual).startsWith(text(expected));
            case "end with" -> !isFalsy() && text(actual).endsWith(text(expected));
            case "is" -> actual != null && same();
            case "is not" -> actual != null && !same();
            case "empty" -> isFalsy();
            case "not empty" -> !isFalsy();
            case "in" -> !isFalsy() && expectedList().contains(actual);
            case "not in" -> isFalsy() || !expectedList().contains(actual);
            case "all of" -> !isFalsy() && allOf();
            case "null", "not exists" -> actual == null;
            case "not null", "exists" -> actual != null;
            default -> compareNumbers();
        };
    }

    private boolean compareNumbers() throws ComparisonException {
        return switch (operator) {
            case "=" -> actual != null && equalNumbers();
            case "≠" -> actual != null && !equalNumbers();
            case ">" -> actual != null && order() > 0;
            case "<" -> actual != null && order() < 0;
            case "≥", ">=" -> actual != null && order() >= 0;
            case "≤", "<=" -> actual != null && order() <= 0;
            default -> throw new ComparisonException("Unsupported operator: " + operator);
        };
    }

    /** As Python sees it: empty, zero, false and null are falsy. */
    private boolean isFalsy() {
        return switch (actual) {
            case null -> true;
            case String text -> text.isEmpty();
            case List<?> list -> list.isEmpty();
            case Map<?, ?> map -> map.isEmpty();
            case Boolean bool -> !bool;
            case Number number -> number.doubleValue() == 0;
            default -> false;
        };
    }

    private boolean contains() throws ComparisonException {
        return switch (actual) {
            case String text -> text.contains(text(expected));
            case List<?> list -> list.contains(expected);
            case null, default ->
                    throw new ComparisonException("Invalid actual value type: string or array");
        };
    }

    private boolean same() throws ComparisonException {
        if (actual instanceof String || actual instanceof Boolean) {
            return Objects.equals(actual, expected);
        }
        throw new ComparisonException("Invalid actual value type: string or boolean");
    }

    private List<?> expectedList() throws ComparisonException {
        if (expected instanceof List<?> list) {
            return list;
        }
        throw new ComparisonException("Invalid expected value type: array");
    }

    private boolean allOf() throws ComparisonException {
        if (actual instanceof List<?> list) {
            return list.containsAll(expectedList());
        }
        throw new ComparisonException("Invalid actual value type: array");
    }

    private boolean equalNumbers() throws ComparisonException {
        return switch (actual) {
            case Boolean bool -> bool.equals(isTruthy(expected));
            case Long number -> number(number).compareTo(new BigDecimal(integer())) == 0;
            case Integer number -> number(number).compareTo(new BigDecimal(integer())) == 0;
            case BigInteger number -> number.equals(integer());
            case Number number -> number.doubleValue() == decimal();
            case null, default ->
                    throw new ComparisonException("Invalid actual value type: number or boolean");
        };
    }

    private int order() throws ComparisonException {
        if (actual instanceof Number number) {
            return Double.compare(number.doubleValue(), decimal());
        }
        throw new ComparisonException("Invalid actual value type: number");
    }

    private static BigDecimal number(Number number) {
        return BigDecimal.valueOf(number.longValue());
    }

    private BigInteger integer() throws ComparisonException {
        String written = text(expected).strip();
        try {
            return new BigInteger(written.startsWith("+") ? written.substring(1) : written);
        } catch (NumberFormatException _) {
            throw new ComparisonException(
                    "invalid literal for int() with base 10: '" + text(expected) + "'");
        }
    }

    private double decimal() throws ComparisonException {
        String written = text(expected).strip();
        try {
            return Double.parseDouble(written);
        } catch (NumberFormatException _) {
            throw new ComparisonException("Cannot convert '" + text(expected) + "' to number");
        }
    }

    private static boolean isTruthy(@Nullable Object value) {
        return switch (value) {
            case null -> false;
            case Boolean bool -> bool;
            case String text -> !text.isEmpty();
            default -> true;
        };
    }

    private static String text(@Nullable Object value) {
        return value instanceof String text ? text : ValueText.text(value);
    }
}
