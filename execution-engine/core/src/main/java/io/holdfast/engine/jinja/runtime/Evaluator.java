package io.holdfast.engine.jinja.runtime;

import io.holdfast.engine.jinja.syntax.Expr;
import io.holdfast.engine.python.Args;
import io.holdfast.engine.python.Arithmetic;
import io.holdfast.engine.python.Budget;
import io.holdfast.engine.python.Iteration;
import io.holdfast.engine.python.Markup;
import io.holdfast.engine.python.PyCallable;
import io.holdfast.engine.python.PyDict;
import io.holdfast.engine.python.PyList;
import io.holdfast.engine.python.PyNone;
import io.holdfast.engine.python.PyTuple;
import io.holdfast.engine.python.PyTypes;
import io.holdfast.engine.python.PythonException;
import io.holdfast.engine.python.Subscript;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Computes expressions. */
final class Evaluator {

    private final RenderContext context;
    private final Budget budget;

    Evaluator(RenderContext context) {
        this.context = context;
        this.budget = context.budget();
    }

    Object eval(Expr expr, Scope scope) {
        budget.enter();
        Object value = evalInner(expr, scope);
        budget.leave();
        return value;
    }

    private Object evalInner(Expr expr, Scope scope) {
        return switch (expr) {
            case Expr.Const constant -> constant.value();
            case Expr.Name name -> variable(name.name(), scope);
            case Expr.TupleOf tuple -> new PyTuple(all(tuple.items(), scope));
            case Expr.ListOf list -> new PyList(all(list.items(), scope));
            case Expr.DictOf dict -> dict(dict, scope);
            case Expr.Binary binary ->
                    Arithmetic.apply(
                            binary.operator(),
                            eval(binary.left(), scope),
                            eval(binary.right(), scope),
                            budget);
            case Expr.Sign sign -> Arithmetic.sign(sign.minus(), eval(sign.operand(), scope));
            case Expr.Not not -> !PyTypes.truth(eval(not.operand(), scope));
            case Expr.Logic logic -> logic(logic, scope);
            case Expr.Compare compare -> compare(compare, scope);
            case Expr.Concat concat -> concat(concat, scope);
            case Expr.Conditional conditional -> conditional(conditional, scope);
            case Expr.Attribute attribute ->
                    Members.attribute(eval(attribute.object(), scope), attribute.name());
            case Expr.Item item ->
                    Members.item(eval(item.object(), scope), eval(item.key(), scope));
            case Expr.Slice slice -> slice(slice, scope);
            case Expr.Call call -> call(eval(call.callee(), scope), args(call.args(), scope));
            case Expr.Filter filter -> filter(filter, null, scope);
            case Expr.Test test -> test(test, scope);
        };
    }

    private static Object variable(String name, Scope scope) {
        Object value = scope.find(name);
        return value != null ? value : Undefined.name(name);
    }

    private List<Object> all(List<Expr> items, Scope scope) {
        budget.items(items.size());
        List<Object> values = new ArrayList<>(items.size());
        for (Expr item : items) {
            values.add(eval(item, scope));
        }
        return values;
    }

    private Object dict(Expr.DictOf literal, Scope scope) {
        PyDict dict = new PyDict();
        for (Expr.Pair pair : literal.pairs()) {
            budget.items(4);
            dict.put(eval(pair.key(), scope), eval(pair.value(), scope));
        }
        return dict;
    }

    private Object logic(Expr.Logic logic, Scope scope) {
        Object value = PyNone.NONE;
        for (Expr operand : logic.operands()) {
            value = eval(operand, scope);
            if (PyTypes.truth(value) != logic.and()) {
                return value;
            }
        }
        return value;
    }

    private Object compare(Expr.Compare compare, Scope scope) {
        Object left = eval(compare.first(), scope);
        for (Expr.Link link : compare.links()) {
            Object right = eval(link.operand(), scope);
            if (!holds(link.operator(), left, right)) {
                return false;
            }
            left = right;
        }
        return true;
    }

    private boolean holds(String operator, Object left, Object right) {
        return switch (operator) {
            case "==" -> context.comparison().equal(left, right);
            case "!=" -> !context.comparison().equal(left, right);
            case "in" -> context.comparison().contains(right, left);
            case "not in" -> !context.comparison().contains(right, left);
            default -> context.comparison().ordered(operator, left, right);
        };
    }

    private Object concat(Expr.Concat concat, Scope scope) {
        List<Object> values = all(concat.operands(), scope);
        boolean safe = context.autoescape() && values.stream().anyMatch(v -> v instanceof Markup);
        StringBuilder out = new StringBuilder();
        for (Object value : values) {
            String text = safe ? Markup.escape(value, budget).text() : context.str(value);
            budget.text(text.length());
            out.append(text);
        }
        return safe ? new Markup(out.toString()) : out.toString();
    }

    private Object conditional(Expr.Conditional conditional, Scope scope) {
        if (PyTypes.truth(eval(conditional.test(), scope))) {
            return eval(conditional.then(), scope);
        }
        Expr otherwise = conditional.otherwise();
        return otherwise != null
                ? eval(otherwise, scope)
                : Undefined.hint(
                        "the inline if-expression on line "
                                + conditional.line()
                                + " evaluated to false and no else section was defined.");
    }

    private Object slice(Expr.Slice slice, Scope scope) {
        Object object = eval(slice.object(), scope);
        return Subscript.slice(
                object,
                optional(slice.start(), scope),
                optional(slice.stop(), scope),
                optional(slice.step(), scope),
                budget);
    }

    private Object optional(@Nullable Expr expr, Scope scope) {
        return expr == null ? PyNone.NONE : eval(expr, scope);
    }

    Args args(Expr.CallArgs written, Scope scope) {
        List<Object> positional = all(written.positional(), scope);
        Map<String, Object> named = new LinkedHashMap<>();
        for (Expr.Keyword keyword : written.named()) {
            named.put(keyword.name(), eval(keyword.value(), scope));
        }
        if (written.star() != null) {
            positional.addAll(Iteration.toList(eval(written.star(), scope), budget));
        }
        if (written.doubleStar() != null) {
            addNamed(named, eval(written.doubleStar(), scope));
        }
        return new Args(positional, named);
    }

    private void addNamed(Map<String, Object> named, Object mapping) {
        if (!(mapping instanceof PyDict dict)) {
            throw PythonException.typeError(
                    "argument after ** must be a mapping, not " + PyTypes.name(mapping));
        }
        for (PyDict.Entry entry : dict.entries()) {
            if (!PyTypes.isText(entry.key())) {
                throw PythonException.typeError("keywords must be strings");
            }
            budget.items(4);
            named.put(PyTypes.text(entry.key()), entry.value());
        }
    }

    Object call(Object callee, Args args) {
        PyTypes.requireUsable(callee);
        if (!(callee instanceof PyCallable function)) {
            throw PythonException.typeError(
                    "'" + PyTypes.name(callee) + "' object is not callable");
        }
        return function.call(args, budget);
    }

    /** Applies a filter; {@code text} stands in for the input of a filter block. */
    Object filter(Expr.Filter filter, @Nullable Object text, Scope scope) {
        Object input = text != null ? text : PyNone.NONE;
        Expr before = filter.input();
        if (before instanceof Expr.Filter inner && text != null) {
            input = filter(inner, text, scope);
        } else if (before != null) {
            input = eval(before, scope);
        }
        return Filters.apply(context, filter.name(), input, args(filter.args(), scope));
    }

    private Object test(Expr.Test test, Scope scope) {
        Object input = eval(test.input(), scope);
        return Tests.apply(context, test.name(), input, args(test.args(), scope));
    }
}
