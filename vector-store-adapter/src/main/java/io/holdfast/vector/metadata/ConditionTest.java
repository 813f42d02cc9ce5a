package io.holdfast.vector.metadata;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/** The comparison operators. A field that a document does not have passes no comparison. */
final class ConditionTest {

    private static final Set<String> WITHOUT_VALUE = Set.of("empty", "not empty");

    private static final Map<String, BiPredicate<String, String>> STRINGS =
            Map.of(
                    "contains", String::contains,
                    "not contains", (field, value) -> !field.contains(value),
                    "start with", String::startsWith,
                    "end with", String::endsWith);

    private static final Map<String, IntPredicate> ORDER =
            Map.ofEntries(
                    Map.entry("is", order -> order == 0),
                    Map.entry("is not", order -> order != 0),
                    Map.entry("=", order -> order == 0),
                    Map.entry("≠", order -> order != 0),
                    Map.entry("<", order -> order < 0),
                    Map.entry("before", order -> order < 0),
                    Map.entry(">", order -> order > 0),
                    Map.entry("after", order -> order > 0),
                    Map.entry("≤", order -> order <= 0),
                    Map.entry("<=", order -> order <= 0),
                    Map.entry("≥", order -> order >= 0),
                    Map.entry(">=", order -> order >= 0));

    private static final Set<String> MEMBERSHIP = Set.of("in", "not in");

    private ConditionTest() {}

    static boolean needsNoValue(String operator) {
        return WITHOUT_VALUE.contains(operator);
    }

    static void require(String operator) {
        if (!WITHOUT_VALUE.contains(operator)
                && !STRINGS.containsKey(operator)
                && !ORDER.containsKey(operator)
                && !MEMBERSHIP.contains(operator)) {
            throw new IllegalArgumentException("unknown comparison_operator: " + operator);
        }
    }

    static boolean passes(String operator, @Nullable Object field, @Nullable Object value) {
        if (needsNoValue(operator)) {
            boolean empty = field == null || field.toString().isEmpty();
            return operator.equals("empty") == empty;
        }
        if (MEMBERSHIP.contains(operator)) {
            return membership(operator, field, value);
        }
        if (field == null || value == null) {
            return false;
        }
        BiPredicate<String, String> onStrings = STRINGS.get(operator);
        if (onStrings != null) {
            return onStrings.test(field.toString(), value.toString());
        }
        IntPredicate onOrder = ORDER.get(operator);
        return onOrder != null && ordered(onOrder, field, value);
    }

    /** An empty list has nothing in it, so that everything is not in it. */
    private static boolean membership(
            String operator, @Nullable Object field, @Nullable Object value) {
        List<String> members = members(value);
        if (members.isEmpty()) {
            return operator.equals("not in");
        }
        return field != null && members.contains(field.toString()) == operator.equals("in");
    }

    private static List<String> members(@Nullable Object value) {
        if (value instanceof List<?> list) {
            return list.stream().map(String::valueOf).toList();
        }
        return value == null
                ? List.of()
                : Arrays.stream(value.toString().split(","))
                        .map(String::strip)
                        .filter(member -> !member.isEmpty())
                        .toList();
    }

    /** Numbers compare as numbers, also where one side is text; other text by its characters. */
    private static boolean ordered(IntPredicate passes, Object field, Object value) {
        Double left = number(field);
        Double right = number(value);
        if (left != null && right != null) {
            return passes.test(left.compareTo(right));
        }
        return passes.test(field.toString().compareTo(value.toString()));
    }

    private static @Nullable Double number(Object value) {
        if (value instanceof Number number) {
            return number.doubleValue();
        }
        try {
            return Double.valueOf(value.toString());
        } catch (NumberFormatException e) {
            return null;
        }
    }
}
