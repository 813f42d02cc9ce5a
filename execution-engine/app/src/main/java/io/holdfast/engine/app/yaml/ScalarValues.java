package io.holdfast.engine.app.yaml;

import java.math.BigInteger;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.Tag;

/** Makes values of scalars as PyYAML's safe loader does; dates stay texts. */
final class ScalarValues {

    private static final int SIXTY = 60;

    /** Longer numbers are no numbers of an app but an attack on the parser. */
    private static final int MAX_DIGITS = 1000;

    private ScalarValues() {}

    static @Nullable Object value(ScalarNode node) {
        Tag tag = node.getTag();
        String text = node.getValue();
        try {
            if (tag.equals(Tag.STR) || tag.equals(Tag.TIMESTAMP) || tag.equals(Tag.MERGE)) {
                return text;
            }
            if (tag.equals(Tag.NULL)) {
                return null;
            }
            if (tag.equals(Tag.BOOL)) {
                return bool(text, node);
            }
            if (tag.equals(Tag.INT)) {
                return whole(text);
            }
            if (tag.equals(Tag.FLOAT)) {
                return decimal(text);
            }
        } catch (NumberFormatException _) {
            throw NodeValues.fault("found a number that cannot be read", node);
        }
        throw NodeValues.fault(
                "could not determine a constructor for the tag '" + tag.getValue() + "'", node);
    }

    private static boolean bool(String text, ScalarNode node) {
        if (PyYamlResolver.TRUE.matcher(text).matches()) {
            return true;
        }
        if (PyYamlResolver.FALSE.matcher(text).matches()) {
            return false;
        }
        throw NodeValues.fault("found a boolean that cannot be read", node);
    }

    private static Number whole(String text) {
        String digits = text.replace("_", "");
        if (digits.length() > MAX_DIGITS) {
            throw new NumberFormatException("too long");
        }
        boolean negative = digits.startsWith("-");
        if (negative || digits.startsWith("+")) {
            digits = digits.substring(1);
        }
        BigInteger size = magnitude(digits);
        BigInteger number = negative ? size.negate() : size;
        return number.bitLength() < Long.SIZE ? (Number) number.longValue() : number;
    }

    private static BigInteger magnitude(String digits) {
        if (digits.startsWith("0b")) {
            return new BigInteger(digits.substring(2), 2);
        }
        if (digits.startsWith("0x")) {
            return new BigInteger(digits.substring(2), 16);
        }
        if (digits.startsWith("0") && digits.length() > 1) {
            return new BigInteger(digits, 8);
        }
        BigInteger sum = BigInteger.ZERO;
        for (String part : digits.split(":", -1)) {
            sum = sum.multiply(BigInteger.valueOf(SIXTY)).add(new BigInteger(part));
        }
        return sum;
    }

    private static Double decimal(String text) {
        String digits = text.replace("_", "").toLowerCase(Locale.ROOT);
        if (digits.length() > MAX_DIGITS) {
            throw new NumberFormatException("too long");
        }
        boolean negative = digits.startsWith("-");
        if (negative || digits.startsWith("+")) {
            digits = digits.substring(1);
        }
        double size =
                switch (digits) {
                    case ".inf" -> Double.POSITIVE_INFINITY;
                    case ".nan" -> Double.NaN;
                    default -> sexagesimal(digits);
                };
        return negative ? -size : size;
    }

    private static double sexagesimal(String digits) {
        double sum = 0;
        for (String part : digits.split(":", -1)) {
            sum = sum * SIXTY + Double.parseDouble(part);
        }
        return sum;
    }
}
