package io.holdfast.engine.jinja.syntax;

import io.holdfast.engine.python.Operator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Expressions. */
public sealed interface Expr {

    /** A literal. */
    record Const(Object value) implements Expr {}

    /** A variable. */
    record Name(String name) implements Expr {}

    /** A tuple. */
    record TupleOf(List<Expr> items) implements Expr {}

    /** A list. */
    record ListOf(List<Expr> items) implements Expr {}

    /** A dict. */
    record DictOf(List<Pair> pairs) implements Expr {}

    /** A key with its value. */
    record Pair(Expr key, Expr value) {}

    /** Arithmetic. */
    record Binary(Operator operator, Expr left, Expr right) implements Expr {}

    /** A sign. */
    record Sign(boolean minus, Expr operand) implements Expr {}

    /** Python's {@code not}. */
    record Not(Expr operand) implements Expr {}

    /** Python's {@code and}, {@code or}: the first operand that decides. */
    record Logic(boolean and, List<Expr> operands) implements Expr {}

    /** A chain of comparisons. */
    record Compare(Expr first, List<Link> links) implements Expr {}

    /**
     * One comparison of a chain.
     *
     * @param operator as it is written, with {@code not in}
     */
    record Link(String operator, Expr operand) {}

    /** Operands of {@code ~}. */
    record Concat(List<Expr> operands) implements Expr {}

    /** An inline if; undefined when the test fails and there is no else. */
    record Conditional(Expr test, Expr then, @Nullable Expr otherwise, int line) implements Expr {}

    /** {@code object.name}. */
    record Attribute(Expr object, String name) implements Expr {}

    /** {@code object[key]}. */
    record Item(Expr object, Expr key) implements Expr {}

    /** {@code object[a:b:c]}. */
    record Slice(Expr object, @Nullable Expr start, @Nullable Expr stop, @Nullable Expr step)
            implements Expr {}

    /** A call. */
    record Call(Expr callee, CallArgs args) implements Expr {}

    /**
     * A filter.
     *
     * @param input null in a filter block: the block's text
     */
    record Filter(@Nullable Expr input, String name, CallArgs args) implements Expr {}

    /** A test. */
    record Test(Expr input, String name, CallArgs args) implements Expr {}

    /** The arguments of a call. */
    record CallArgs(
            List<Expr> positional,
            List<Keyword> named,
            @Nullable Expr star,
            @Nullable Expr doubleStar) {

        static final CallArgs NONE = new CallArgs(List.of(), List.of(), null, null);

        static CallArgs of(Expr only) {
            return new CallArgs(List.of(only), List.of(), null, null);
        }
    }

    /** An argument by name. */
    record Keyword(String name, Expr value) {}
}
