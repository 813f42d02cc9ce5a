package io.holdfast.engine.jinja.syntax;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Statements. */
public sealed interface Stmt {

    /** Text as it stands. */
    record Text(String text) implements Stmt {}

    /** The value of an expression. */
    record Output(Expr value) implements Stmt {}

    /** A loop. */
    record For(
            Target target,
            Expr items,
            @Nullable Expr condition,
            List<Stmt> body,
            List<Stmt> otherwise,
            boolean recursive)
            implements Stmt {}

    /** Branches, the first whose test holds. */
    record If(List<Branch> branches, List<Stmt> otherwise) implements Stmt {}

    /** One branch. */
    record Branch(Expr test, List<Stmt> body) {}

    /** An assignment. */
    record Set(Target target, Expr value) implements Stmt {}

    /** An assignment of rendered text, through a filter when there is one. */
    record SetBlock(Target target, Expr.@Nullable Filter filter, List<Stmt> body) implements Stmt {}

    /** A macro. */
    record Macro(MacroShape shape) implements Stmt {}

    /** A call with a body as its {@code caller}. */
    record CallBlock(MacroShape caller, Expr.Call call) implements Stmt {}

    /** Filtered text. */
    record FilterBlock(Expr.Filter filter, List<Stmt> body) implements Stmt {}

    /** A scope with variables of its own. */
    record With(List<Target> targets, List<Expr> values, List<Stmt> body) implements Stmt {}

    /** A named block. */
    record Block(String name, boolean scoped, boolean required, List<Stmt> body) implements Stmt {}

    /** A scope with its own escaping. */
    record Autoescape(Expr enabled, List<Stmt> body) implements Stmt {}

    /** Another template, which there is none of. */
    record OtherTemplate(String tag) implements Stmt {}

    /**
     * What a macro takes and does.
     *
     * @param name null for the body of a call block
     * @param defaults of the last parameters
     */
    record MacroShape(
            @Nullable String name,
            List<String> parameters,
            List<Expr> defaults,
            List<Stmt> body,
            boolean caller,
            boolean varargs,
            boolean kwargs) {}
}
