package io.holdfast.engine.python;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/** Python's arithmetic operators on numbers, text and sequences. */
public final class Arithmetic {

    private Arithmetic() {}

    /**
     * Applies an operator.
     *
     * @throws PythonException what Python raises
     * @throws LimitException when the result would be too large
     */
    public static Object apply(Operator operator, Object left, Object right, Budget budget) {
        PyTypes.requireUsable(left);
        if (operator == Operator.MODULO && PyTypes.isText(left)) {
            return percent(left, right, budget);
        }
        PyTypes.requireUsable(right);
        if (PyNumbers.isNumber(left) && PyNumbers.isNumber(right)) {
            budget.steps(1 + cost(left) + cost(right));
            return left instanceof Double || right instanceof Double
                    ? RealMath.apply(operator, PyNumbers.real(left), PyNumbers.real(right))
                    : IntegerMath.apply(operator, left, right);
        }
        return switch (operator) {
            case ADD -> add(left, right, budget);
            case MULTIPLY -> multiply(left, right, budget);
            default -> throw unsupported(operator, left, right);
        };
    }

    private static long cost(Object number) {
        return number instanceof BigInteger big ? big.bitLength() / 64 : 0;
    }

    private static PythonException unsupported(Operator operator, Object left, Object right) {
        return PythonException.typeError(
                "unsupported operand type(s) for %s: '%s' and '%s'"
                        .formatted(operator.symbol(), PyTypes.name(left), PyTypes.name(right)));
    }

    private static Object percent(Object left, Object right, Budget budget) {
        String text = PercentFormat.format(left, right, budget);
        return left instanceof Markup ? new Markup(text) : text;
    }

    private static Object add(Object left, Object right, Budget budget) {
        if (PyTypes.isText(left) && PyTypes.isText(right)) {
            return join(left, right, budget);
        }
        if (left instanceof PyList a && right instanceof PyList b) {
            return new PyList(concat(a.items(), b.items(), budget));
        }
        if (left instanceof PyTuple a && right instanceof PyTuple b) {
            return new PyTuple(concat(a.items(), b.items(), budget));
        }
        throw isSequence(left)
                ? notConcatenable(left, right)
                : unsupported(Operator.ADD, left, right);
    }

    private static PythonException notConcatenable(Object left, Object right) {
        String name = PyTypes.name(left instanceof Markup ? PyTypes.text(left) : left);
        return PythonException.typeError(
                "can only concatenate %s (not \"%s\") to %s"
                        .formatted(name, PyTypes.name(right), name));
    }

    private static Object join(Object left, Object right, Budget budget) {
        boolean safe = left instanceof Markup || right instanceof Markup;
        String a = safe ? Markup.escape(left, budget).text() : (String) left;
        String b = safe ? Markup.escape(right, budget).text() : (String) right;
        budget.text((long) a.length() + b.length());
        return safe ? new Markup(a + b) : a + b;
    }

    private static List<Object> concat(List<Object> left, List<Object> right, Budget budget) {
        budget.items((long) left.size() + right.size());
        List<Object> all = new ArrayList<>(left.size() + right.size());
        all.addAll(left);
        all.addAll(right);
        return all;
    }

    private static Object multiply(Object left, Object right, Budget budget) {
        boolean repeatsLeft = PyNumbers.isInteger(right) && isSequence(left);
        boolean repeatsRight = PyNumbers.isInteger(left) && isSequence(right);
        if (!repeatsLeft && !repeatsRight) {
            throw refuseProduct(left, right);
        }
        Object sequence = repeatsLeft ? left : right;
        long count = Math.max(0, PyNumbers.index(repeatsLeft ? right : left));
        return switch (sequence) {
            case String text -> repeat(text, count, budget);
            case Markup markup -> new Markup(repeat(markup.text(), count, budget));
            case PyList list -> new PyList(repeat(list.items(), count, budget));
            case PyTuple tuple -> new PyTuple(repeat(tuple.items(), count, budget));
            default -> throw unsupported(Operator.MULTIPLY, left, right);
        };
    }

    private static PythonException refuseProduct(Object left, Object right) {
        Object sequence = isSequence(left) ? left : right;
        Object other = isSequence(left) ? right : left;
        return isSequence(sequence)
                ? PythonException.typeError(
                        "can't multiply sequence by non-int of type '" + PyTypes.name(other) + "'")
                : unsupported(Operator.MULTIPLY, left, right);
    }

    private static boolean isSequence(Object value) {
        return PyTypes.isText(value) || value instanceof PyList || value instanceof PyTuple;
    }

    /** Text, that many times, within the budget. */
    public static String repeat(String text, long count, Budget budget) {
        if (text.isEmpty() || count <= 0) {
            return "";
        }
        budget.text(Math.min(count, Integer.MAX_VALUE) * text.length());
        return text.repeat((int) count);
    }

    private static List<Object> repeat(List<Object> items, long count, Budget budget) {
        if (items.isEmpty() || count <= 0) {
            return new ArrayList<>();
        }
        budget.items(Math.min(count, Integer.MAX_VALUE) * items.size());
        List<Object> all = new ArrayList<>((int) count * items.size());
        for (long i = 0; i < count; i++) {
            all.addAll(items);
        }
        return all;
    }

    /** Unary minus, or plus. */
    public static Object sign(boolean minus, Object value) {
        PyTypes.requireUsable(value);
        if (value instanceof Double real) {
            return minus ? -real : real;
        }
        if (!PyNumbers.isInteger(value)) {
            throw PythonException.typeError(
                    "bad operand type for unary %s: '%s'"
                            .formatted(minus ? "-" : "+", PyTypes.name(value)));
        }
        BigInteger integer = PyNumbers.big(value);
        return PyNumbers.normal(minus ? integer.negate() : integer);
    }
}
