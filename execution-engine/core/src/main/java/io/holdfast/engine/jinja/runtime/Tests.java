package io.holdfast.engine.jinja.runtime;

import io.holdfast.engine.python.Args;
import io.holdfast.engine.python.Arithmetic;
import io.holdfast.engine.python.CaseText;
import io.holdfast.engine.python.Iteration;
import io.holdfast.engine.python.Markup;
import io.holdfast.engine.python.Operator;
import io.holdfast.engine.python.PyCallable;
import io.holdfast.engine.python.PyDict;
import io.holdfast.engine.python.PyList;
import io.holdfast.engine.python.PyNone;
import io.holdfast.engine.python.PyNumbers;
import io.holdfast.engine.python.PyRange;
import io.holdfast.engine.python.PyTuple;
import io.holdfast.engine.python.PyTypes;
import io.holdfast.engine.python.PythonException;
import io.holdfast.engine.python.Signature;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;

/** Jinja2's tests, what stands after {@code is}. */
final class Tests {

    @FunctionalInterface
    private interface Body {
        boolean holds(RenderContext context, Object value, Signature.Bound args);
    }

    private record Entry(Signature signature, Body body) {}

    private static final Map<String, Entry> ALL = new HashMap<>();

    static {
        kinds();
        values();
        comparisons();
    }

    private Tests() {}

    static boolean exists(String name) {
        return ALL.containsKey(name);
    }

    static boolean apply(RenderContext context, String name, Object value, Args args) {
        context.budget().step();
        Entry entry = ALL.get(name);
        if (entry == null) {
            throw new PythonException(
                    "TemplateRuntimeError", "No test named '" + name + "' found.");
        }
        return entry.body().holds(context, value, entry.signature().bind(args));
    }

    private static void add(String name, Body body, String... parameters) {
        ALL.put(name, new Entry(Signature.of("test_" + name, parameters).onValue(), body));
    }

    private static void simple(String name, Predicate<Object> body) {
        add(name, (context, value, args) -> body.test(value));
    }

    private static void kinds() {
        simple("defined", value -> !(value instanceof Undefined));
        simple("undefined", value -> value instanceof Undefined);
        simple("none", value -> value == PyNone.NONE);
        simple("boolean", value -> value instanceof Boolean);
        simple("true", value -> value.equals(true));
        simple("false", value -> value.equals(false));
        simple("integer", value -> PyNumbers.isInteger(value) && !(value instanceof Boolean));
        simple("float", value -> value instanceof Double);
        simple("number", PyNumbers::isNumber);
        simple("string", PyTypes::isText);
        simple("mapping", value -> value instanceof PyDict);
        simple("sequence", Tests::isSequence);
        simple("iterable", Iteration::isIterable);
        simple("callable", value -> value instanceof PyCallable || value instanceof Undefined);
        simple("escaped", value -> value instanceof Markup);
    }

    private static boolean isSequence(Object value) {
        return PyTypes.isText(value)
                || value instanceof PyList
                || value instanceof PyTuple
                || value instanceof PyDict
                || value instanceof PyRange
                || value instanceof Undefined;
    }

    private static void values() {
        add("lower", (context, value, args) -> CaseText.isAll(context.str(value), false));
        add("upper", (context, value, args) -> CaseText.isAll(context.str(value), true));
        add("odd", (context, value, args) -> remainderIs(context, value, 2L, 1L));
        add("even", (context, value, args) -> remainderIs(context, value, 2L, 0L));
        add(
                "divisibleby",
                (context, value, args) -> remainderIs(context, value, args.get(0), 0L),
                "num");
        add("sameas", (context, value, args) -> same(value, args.get(0)), "other");
        add(
                "in",
                (context, value, args) -> context.comparison().contains(args.get(0), value),
                "seq");
        add("filter", (context, value, args) -> isName(value) && Filters.exists(name(value)));
        add("test", (context, value, args) -> isName(value) && exists(name(value)));
    }

    private static boolean isName(Object value) {
        return PyTypes.isText(value);
    }

    private static String name(Object value) {
        return PyTypes.text(value);
    }

    private static boolean remainderIs(
            RenderContext context, Object value, Object divisor, Object wanted) {
        Object rest = Arithmetic.apply(Operator.MODULO, value, divisor, context.budget());
        return context.comparison().equal(rest, wanted);
    }

    /** Plain values have no identity here: equal ones of one type are the same. */
    @SuppressWarnings("ReferenceEquality") // Python's "is".
    private static boolean same(Object value, Object other) {
        boolean plain = PyTypes.isText(value) || PyNumbers.isNumber(value);
        return value == other || (plain && value.equals(other));
    }

    private static void comparisons() {
        for (String name : new String[] {"eq", "==", "equalto"}) {
            add(name, (c, value, args) -> c.comparison().equal(value, args.get(0)), "other");
        }
        for (String name : new String[] {"ne", "!="}) {
            add(name, (c, value, args) -> !c.comparison().equal(value, args.get(0)), "other");
        }
        ordered("<", "lt", "<", "lessthan");
        ordered("<=", "le", "<=");
        ordered(">", "gt", ">", "greaterthan");
        ordered(">=", "ge", ">=");
    }

    private static void ordered(String symbol, String... names) {
        for (String name : names) {
            add(
                    name,
                    (c, value, args) -> c.comparison().ordered(symbol, value, args.get(0)),
                    "other");
        }
    }
}
