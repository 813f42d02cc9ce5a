package io.holdfast.engine.dsl.form;

import io.holdfast.engine.python.PythonText;
import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What each type of field accepts, and what it says otherwise (dsl.md 2.10). */
final class FieldRules {

    private static final Set<String> YES = Set.of("true", "1", "yes", "on");
    private static final Set<String> NO = Set.of("false", "0", "no", "off");

    /** Of an integer: what Python's {@code int} reads. */
    private static final int MAX_DIGITS = 4300;

    private static final Pattern WHOLE = Pattern.compile("[-+]?[0-9]++(?:_[0-9]++)*+");
    private static final Pattern DECIMAL =
            Pattern.compile("[-+]?(?:[0-9]+\\.[0-9]*|\\.[0-9]+)(?:[eE][-+]?[0-9]+)?");

    private FieldRules() {}

    static @Nullable Object accept(FormField field, @Nullable Object given) {
        Object value = given;
        if (value == null) {
            if (field.required()) {
                throw new InvalidInputException(field.variable() + " is required in input form");
            }
            value = field.defaultValue();
        }
        if (value == null || isUnsetFile(field, value)) {
            return null;
        }
        Object checked = check(field, value);
        return checked instanceof String text ? text.replace("\0", "") : checked;
    }

    private static boolean isUnsetFile(FormField field, Object value) {
        return !field.required() && field.type().startsWith("file") && value.equals("");
    }

    private static @Nullable Object check(FormField field, Object value) {
        return switch (field.type()) {
            case "text-input", "paragraph" -> text(field, value);
            case "select" -> option(field, value);
            case "number" -> number(field, value);
            case "checkbox" -> checkbox(field, value);
            case "file" -> require(value instanceof Map, field, "a file", value);
            case "file-list" -> files(field, value);
            case "json_object" -> require(value instanceof Map, field, "a dict", value);
            default -> value;
        };
    }

    private static String text(FormField field, Object value) {
        String text = string(field, value);
        int limit = field.maxLength();
        if (limit > 0 && text.codePointCount(0, text.length()) > limit) {
            throw wrong(field, "less than " + limit + " characters");
        }
        return text;
    }

    private static String option(FormField field, Object value) {
        String text = string(field, value);
        if (!field.options().contains(text)) {
            throw wrong(field, "one of the following: " + PythonText.repr(field.options()));
        }
        return text;
    }

    private static String string(FormField field, Object value) {
        if (value instanceof String text) {
            return text;
        }
        throw new InvalidInputException(
                "(type '"
                        + field.type()
                        + "') "
                        + field.variable()
                        + " in input form must be a string");
    }

    private static @Nullable Object number(FormField field, Object value) {
        return switch (value) {
            case Integer whole -> whole.longValue();
            case Number number -> number;
            case Boolean bool -> bool;
            case String text when text.isBlank() -> null;
            case String text -> parse(field, text.strip());
            default ->
                    throw new InvalidInputException(
                            "expected value type int, float or str, got <class '"
                                    + (value instanceof List ? "list" : "dict")
                                    + "'>, value: "
                                    + PythonText.str(value));
        };
    }

    private static Number parse(FormField field, String text) {
        if (text.contains(".") && DECIMAL.matcher(text).matches()) {
            return Double.valueOf(text);
        }
        if (text.length() <= MAX_DIGITS && WHOLE.matcher(text).matches()) {
            BigInteger whole = new BigInteger(text.replace("_", "").replace("+", ""));
            return whole.bitLength() < Long.SIZE ? (Number) whole.longValue() : whole;
        }
        throw wrong(field, "a valid number");
    }

    private static Boolean checkbox(FormField field, Object value) {
        if (value instanceof Boolean bool) {
            return bool;
        }
        String text =
                value instanceof Number number && number.doubleValue() == number.longValue()
                        ? String.valueOf(number.longValue())
                        : String.valueOf(value).strip().toLowerCase(Locale.ROOT);
        boolean scalar = value instanceof Number || value instanceof String;
        if (scalar && YES.contains(text)) {
            return true;
        }
        if (scalar && NO.contains(text)) {
            return false;
        }
        throw wrong(field, "a boolean value");
    }

    private static Object files(FormField field, Object value) {
        boolean files =
                value instanceof List<?> list && list.stream().allMatch(Map.class::isInstance);
        require(files, field, "a list of files", value);
        int limit = field.maxLength();
        if (limit > 0 && value instanceof List<?> list && list.size() > limit) {
            throw wrong(field, "less than " + limit + " files");
        }
        return value;
    }

    private static Object require(boolean fits, FormField field, String what, Object value) {
        if (fits) {
            return value;
        }
        throw wrong(field, what);
    }

    private static InvalidInputException wrong(FormField field, String expected) {
        return new InvalidInputException(field.variable() + " in input form must be " + expected);
    }
}
