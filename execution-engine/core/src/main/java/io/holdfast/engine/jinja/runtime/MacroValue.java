package io.holdfast.engine.jinja.runtime;

import io.holdfast.engine.jinja.syntax.Expr;
import io.holdfast.engine.jinja.syntax.Stmt;
import io.holdfast.engine.python.Args;
import io.holdfast.engine.python.Budget;
import io.holdfast.engine.python.PyCallable;
import io.holdfast.engine.python.PyDict;
import io.holdfast.engine.python.PyNone;
import io.holdfast.engine.python.PyTuple;
import io.holdfast.engine.python.PythonException;
import io.holdfast.engine.python.PythonText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A macro, or the body of a call block, with the scope it was written in. */
final class MacroValue implements PyCallable {

    private final Stmt.MacroShape shape;
    private final Scope scope;
    private final Renderer renderer;

    MacroValue(Stmt.MacroShape shape, Scope scope, Renderer renderer) {
        this.shape = shape;
        this.scope = scope;
        this.renderer = renderer;
    }

    @Override
    public String typeName() {
        return "Macro";
    }

    private String quotedName() {
        String name = shape.name();
        return name == null ? "None" : PythonText.repr(name);
    }

    @Override
    public String repr() {
        return shape.name() == null ? "<Macro anonymous>" : "<Macro " + quotedName() + ">";
    }

    @Override
    public @Nullable Object attribute(String name) {
        return switch (name) {
            case "name" -> shape.name() == null ? PyNone.NONE : shape.name();
            case "arguments" -> new PyTuple(List.copyOf(shape.parameters()));
            case "catch_kwargs" -> shape.kwargs();
            case "catch_varargs" -> shape.varargs();
            case "caller" -> shape.caller();
            default -> null;
        };
    }

    @Override
    public Object call(Args args, Budget budget) {
        Scope inner = scope.child();
        Map<String, Object> named = new LinkedHashMap<>(args.named());
        bind(args, named, inner);
        bindSpecial(args, named, inner);
        String text = renderer.capture(shape.body(), inner);
        return renderer.context().rendered(text);
    }

    private void bind(Args args, Map<String, Object> named, Scope inner) {
        List<String> parameters = shape.parameters();
        int firstDefault = parameters.size() - shape.defaults().size();
        for (int i = 0; i < parameters.size(); i++) {
            String parameter = parameters.get(i);
            Object given =
                    i < args.positional().size()
                            ? args.positional().get(i)
                            : named.remove(parameter);
            inner.set(parameter, given != null ? given : missing(i, firstDefault, inner));
        }
    }

    private Object missing(int index, int firstDefault, Scope inner) {
        if (index >= firstDefault) {
            Expr value = shape.defaults().get(index - firstDefault);
            return renderer.evaluator().eval(value, inner);
        }
        String name = shape.parameters().get(index);
        return Undefined.hint("parameter " + PythonText.repr(name) + " was not provided");
    }

    private void bindSpecial(Args args, Map<String, Object> named, Scope inner) {
        int known = shape.parameters().size();
        if (shape.caller() && !shape.parameters().contains("caller")) {
            Object caller = named.remove("caller");
            inner.set("caller", caller != null ? caller : Undefined.hint("No caller defined"));
        }
        if (shape.kwargs()) {
            PyDict rest = new PyDict();
            named.forEach(rest::put);
            inner.set("kwargs", rest);
        } else if (!named.isEmpty()) {
            throw unexpected(named);
        }
        if (shape.varargs()) {
            inner.set("varargs", new PyTuple(args.from(known).positional()));
        } else if (args.positional().size() > known) {
            throw PythonException.typeError(
                    "macro %s takes not more than %d argument(s)".formatted(quotedName(), known));
        }
    }

    private PythonException unexpected(Map<String, Object> named) {
        return PythonException.typeError(
                named.containsKey("caller")
                        ? "macro "
                                + quotedName()
                                + " was invoked with two values for the special caller argument."
                                + " This is most likely a bug."
                        : "macro "
                                + quotedName()
                                + " takes no keyword argument "
                                + PythonText.repr(named.keySet().iterator().next()));
    }
}
