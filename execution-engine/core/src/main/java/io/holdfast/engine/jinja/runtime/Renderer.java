package io.holdfast.engine.jinja.runtime;

import io.holdfast.engine.jinja.syntax.Expr;
import io.holdfast.engine.jinja.syntax.Stmt;
import io.holdfast.engine.jinja.syntax.Target;
import io.holdfast.engine.python.Args;
import io.holdfast.engine.python.Iteration;
import io.holdfast.engine.python.Markup;
import io.holdfast.engine.python.PyTypes;
import io.holdfast.engine.python.PythonException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Runs statements. */
final class Renderer {

    private final RenderContext context;
    private final Evaluator evaluator;
    private final Scope root;
    private final int maxLength;

    /**
     * @param root the variables of the whole template
     * @param maxLength of any rendered text, in characters
     */
    Renderer(RenderContext context, Scope root, int maxLength) {
        this.context = context;
        this.evaluator = new Evaluator(context);
        this.root = root;
        this.maxLength = maxLength;
    }

    RenderContext context() {
        return context;
    }

    Evaluator evaluator() {
        return evaluator;
    }

    /** Renders statements into text of their own. */
    String capture(List<Stmt> body, Scope scope) {
        Sink sink = sink();
        run(body, scope, sink);
        return sink.text();
    }

    Sink sink() {
        return new Sink(context.budget(), maxLength);
    }

    void run(List<Stmt> body, Scope scope, Sink sink) {
        context.budget().enter();
        for (Stmt statement : body) {
            run(statement, scope, sink);
        }
        context.budget().leave();
    }

    private void run(Stmt statement, Scope scope, Sink sink) {
        context.budget().step();
        switch (statement) {
            case Stmt.Text text -> sink.add(text.text());
            case Stmt.Output output -> sink.add(print(evaluator.eval(output.value(), scope)));
            case Stmt.If condition -> condition(condition, scope, sink);
            case Stmt.For loop -> loop(loop, scope, sink, 0, evaluator.eval(loop.items(), scope));
            case Stmt.Set set -> assign(set.target(), evaluator.eval(set.value(), scope), scope);
            case Stmt.SetBlock set -> setBlock(set, scope);
            case Stmt.Macro macro -> {
                String name = Objects.requireNonNull(macro.shape().name());
                scope.set(name, new MacroValue(macro.shape(), scope, this));
            }
            case Stmt.CallBlock call -> callBlock(call, scope, sink);
            case Stmt.FilterBlock filter -> filterBlock(filter, scope, sink);
            case Stmt.With with -> with(with, scope, sink);
            case Stmt.Block block -> block(block, scope, sink);
            case Stmt.Autoescape escape -> autoescape(escape, scope, sink);
            case Stmt.OtherTemplate other ->
                    throw PythonException.typeError("no loader for this environment specified");
        }
    }

    private String print(Object value) {
        return context.autoescape()
                ? Markup.escape(value, context.budget()).text()
                : context.str(value);
    }

    private void condition(Stmt.If condition, Scope scope, Sink sink) {
        for (Stmt.Branch branch : condition.branches()) {
            if (PyTypes.truth(evaluator.eval(branch.test(), scope))) {
                run(branch.body(), scope, sink);
                return;
            }
        }
        run(condition.otherwise(), scope, sink);
    }

    /** Runs a loop over items, at a depth of its recursion. */
    void loop(Stmt.For statement, Scope scope, Sink sink, int depth, Object items) {
        Iterator<Object> all = Iteration.over(items);
        boolean filtered = statement.condition() != null;
        LoopContext loop =
                new LoopContext(
                        filtered ? filtered(statement, all, scope) : all,
                        filtered ? -1 : sizeOf(items),
                        depth,
                        context,
                        statement.recursive() ? new Recursion(this, statement, scope) : null);
        while (loop.advance()) {
            Scope inner = scope.child();
            inner.set("loop", loop);
            assign(statement.target(), loop.item(), inner);
            run(statement.body(), inner, sink);
        }
        if (loop.isEmpty()) {
            run(statement.otherwise(), scope.child(), sink);
        }
    }

    private static long sizeOf(Object items) {
        try {
            return PyTypes.length(items);
        } catch (PythonException unsized) {
            return -1;
        }
    }

    private Iterator<Object> filtered(Stmt.For statement, Iterator<Object> items, Scope scope) {
        Expr condition = Objects.requireNonNull(statement.condition());
        return Lazy.filter(
                items,
                item -> {
                    context.budget().step();
                    Scope inner = scope.child();
                    assign(statement.target(), item, inner);
                    return PyTypes.truth(evaluator.eval(condition, inner));
                });
    }

    void assign(Target target, Object value, Scope scope) {
        switch (target) {
            case Target.Variable variable -> scope.set(variable.name(), value);
            case Target.NamespaceAttribute attribute -> {
                if (!(scope.find(attribute.namespace()) instanceof Namespace namespace)) {
                    throw new PythonException(
                            "TemplateRuntimeError",
                            "cannot assign attribute on non-namespace object");
                }
                namespace.set(attribute.attribute(), value, context.budget());
            }
            case Target.Several several -> unpack(several.targets(), value, scope);
        }
    }

    private void unpack(List<Target> targets, Object value, Scope scope) {
        if (!Iteration.isIterable(value)) {
            throw PythonException.typeError(
                    "cannot unpack non-iterable " + PyTypes.name(value) + " object");
        }
        Iterator<Object> items = Iteration.over(value);
        List<Object> taken = new ArrayList<>();
        while (items.hasNext() && taken.size() < targets.size()) {
            taken.add(items.next());
        }
        if (taken.size() < targets.size()) {
            throw PythonException.valueError(
                    "not enough values to unpack (expected %d, got %d)"
                            .formatted(targets.size(), taken.size()));
        }
        if (items.hasNext()) {
            throw PythonException.valueError(
                    "too many values to unpack (expected " + targets.size() + ")");
        }
        for (int i = 0; i < taken.size(); i++) {
            assign(targets.get(i), taken.get(i), scope);
        }
    }

    private void setBlock(Stmt.SetBlock set, Scope scope) {
        Object text = context.rendered(capture(set.body(), scope.child()));
        Expr.Filter filter = set.filter();
        assign(set.target(), filter == null ? text : evaluator.filter(filter, text, scope), scope);
    }

    private void filterBlock(Stmt.FilterBlock block, Scope scope, Sink sink) {
        Scope inner = scope.child();
        Object text = context.rendered(capture(block.body(), inner));
        Object filtered = evaluator.filter(block.filter(), text, inner);
        if (!PyTypes.isText(filtered)) {
            throw PythonException.typeError(
                    "sequence item 0: expected str instance, %s found"
                            .formatted(PyTypes.name(filtered)));
        }
        sink.add(PyTypes.text(filtered));
    }

    private void callBlock(Stmt.CallBlock block, Scope scope, Sink sink) {
        MacroValue caller = new MacroValue(block.caller(), scope, this);
        Object callee = evaluator.eval(block.call().callee(), scope);
        Args args = evaluator.args(block.call().args(), scope);
        Map<String, Object> named = new LinkedHashMap<>(args.named());
        named.put("caller", caller);
        sink.add(print(evaluator.call(callee, new Args(args.positional(), named))));
    }

    private void with(Stmt.With with, Scope scope, Sink sink) {
        Scope inner = scope.child();
        for (int i = 0; i < with.targets().size(); i++) {
            assign(with.targets().get(i), evaluator.eval(with.values().get(i), scope), inner);
        }
        run(with.body(), inner, sink);
    }

    private void block(Stmt.Block block, Scope scope, Sink sink) {
        if (block.required()) {
            throw new PythonException(
                    "TemplateRuntimeError", "Required block '" + block.name() + "' not found");
        }
        run(block.body(), (block.scoped() ? scope : root).child(), sink);
    }

    private void autoescape(Stmt.Autoescape escape, Scope scope, Sink sink) {
        boolean before = context.autoescape(PyTypes.truth(evaluator.eval(escape.enabled(), scope)));
        run(escape.body(), scope.child(), sink);
        context.autoescape(before);
    }
}
