package io.holdfast.engine.python;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** Prints values as Python's {@code str} and {@code repr} do. */
public final class PythonText {

    private static final double SMALLEST_PLAIN = 1e-4;
    private static final double LARGEST_PLAIN = 1e16;

    private PythonText() {}

    /** As {@code str(value)}: a text is itself. */
    public static String str(@Nullable Object value) {
        return value instanceof String text ? text : repr(value);
    }

    /** As {@code repr(value)}: a text is quoted. */
    public static String repr(@Nullable Object value) {
        return switch (value) {
            case null -> "None";
            case String text -> quote(text);
            case Boolean bool -> bool ? "True" : "False";
            case Double number -> decimal(number);
            case Float number -> decimal(number.doubleValue());
            case BigDecimal number -> decimal(number.doubleValue());
            case List<?> list -> list(list);
            case Map<?, ?> map -> map(map);
            default -> value.toString();
        };
    }

    private static String list(List<?> list) {
        StringJoiner items = new StringJoiner(", ", "[", "]");
        list.forEach(item -> items.add(repr(item)));
        return items.toString();
    }

    private static String map(Map<?, ?> map) {
        StringJoiner entries = new StringJoiner(", ", "{", "}");
        map.forEach((key, value) -> entries.add(repr(key) + ": " + repr(value)));
        return entries.toString();
    }

    /** The shortest digits that read back as the same number, in Python's layout. */
    private static String decimal(double number) {
        if (Double.isNaN(number)) {
            return "nan";
        }
        if (Double.isInfinite(number)) {
            return number > 0 ? "inf" : "-inf";
        }
        double size = Math.abs(number);
        if (size == 0) {
            return 1 / number > 0 ? "0.0" : "-0.0";
        }
        BigDecimal digits = new BigDecimal(Double.toString(number)).stripTrailingZeros();
        if (size >= SMALLEST_PLAIN && size < LARGEST_PLAIN) {
            String plain = digits.toPlainString();
            return plain.contains(".") ? plain : plain + ".0";
        }
        return scientific(digits);
    }

    private static String scientific(BigDecimal digits) {
        String unscaled = digits.unscaledValue().abs().toString();
        int exponent = unscaled.length() - 1 - digits.scale();
        String mantissa =
                unscaled.length() == 1
                        ? unscaled
                        : unscaled.charAt(0) + "." + unscaled.substring(1);
        String sign = digits.signum() < 0 ? "-" : "";
        return String.format(
                Locale.ROOT,
                "%s%se%s%02d",
                sign,
                mantissa,
                exponent < 0 ? "-" : "+",
                Math.abs(exponent));
    }

    private static String quote(String text) {
        char mark = text.indexOf('\'') >= 0 && text.indexOf('"') < 0 ? '"' : '\'';
        StringBuilder quoted = new StringBuilder().append(mark);
        text.codePoints().forEach(c -> escape(quoted, c, mark));
        return quoted.append(mark).toString();
    }

    private static void escape(StringBuilder out, int c, char mark) {
        switch (c) {
            case '\\' -> out.append("\\\\");
            case '\n' -> out.append("\\n");
            case '\r' -> out.append("\\r");
            case '\t' -> out.append("\\t");
            default -> {
                if (c == mark) {
                    out.append('\\').append(mark);
                } else if (isPrintable(c)) {
                    out.appendCodePoint(c);
                } else {
                    out.append(hex(c));
                }
            }
        }
    }

    private static boolean isPrintable(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR ->
                    false;
            case Character.SPACE_SEPARATOR -> c == ' ';
            default -> true;
        };
    }

    private static String hex(int c) {
        if (c <= 0xff) {
            return String.format(Locale.ROOT, "\\x%02x", c);
        }
        return c <= 0xffff
                ? String.format(Locale.ROOT, "\\u%04x", c)
                : String.format(Locale.ROOT, "\\U%08x", c);
    }
}
