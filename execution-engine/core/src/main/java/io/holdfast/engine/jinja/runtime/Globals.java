package io.holdfast.engine.jinja.runtime;

import io.holdfast.engine.python.Args;
import io.holdfast.engine.python.Budget;
import io.holdfast.engine.python.DictMethods;
import io.holdfast.engine.python.PyCallable;
import io.holdfast.engine.python.PyNone;
import io.holdfast.engine.python.PyNumbers;
import io.holdfast.engine.python.PyObject;
import io.holdfast.engine.python.PyRange;
import io.holdfast.engine.python.PythonException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The functions that every template can call. */
final class Globals {

    private Globals() {}

    private record Global(String name, Body body) implements PyCallable {

        @FunctionalInterface
        interface Body {
            Object call(Args args, Budget budget);
        }

        @Override
        public String typeName() {
            return "type";
        }

        @Override
        public String repr() {
            return "<class '" + name + "'>";
        }

        @Override
        public Object call(Args args, Budget budget) {
            return body.call(args, budget);
        }
    }

    private static final Map<String, Object> ALL =
            Map.of(
                    "range", new Global("range", (args, budget) -> range(args)),
                    "dict", new Global("dict", DictMethods::make),
                    "namespace",
                            new Global(
                                    "jinja2.utils.Namespace",
                                    (args, budget) ->
                                            new Namespace(DictMethods.make(args, budget))),
                    "cycler", new Global("jinja2.utils.Cycler", (args, budget) -> cycler(args)),
                    "joiner", new Global("jinja2.utils.Joiner", (args, budget) -> joiner(args)),
                    "lipsum", new Global("lipsum", (args, budget) -> lipsum()));

    static Scope scope() {
        return new Scope(null, ALL);
    }

    private static Object lipsum() {
        throw new PythonException("NotSupportedError", "lipsum() is not supported");
    }

    private static Object range(Args args) {
        List<Object> bounds = args.positional();
        if (!args.named().isEmpty()) {
            throw PythonException.typeError("range() takes no keyword arguments");
        }
        return switch (bounds.size()) {
            case 1 -> new PyRange(0, PyNumbers.index(bounds.get(0)), 1);
            case 2 ->
                    new PyRange(PyNumbers.index(bounds.get(0)), PyNumbers.index(bounds.get(1)), 1);
            case 3 ->
                    new PyRange(
                            PyNumbers.index(bounds.get(0)),
                            PyNumbers.index(bounds.get(1)),
                            PyNumbers.index(bounds.get(2)));
            case 0 -> throw PythonException.typeError("range expected at least 1 argument, got 0");
            default ->
                    throw PythonException.typeError(
                            "range expected at most 3 arguments, got " + bounds.size());
        };
    }

    private static Object cycler(Args args) {
        if (args.positional().isEmpty()) {
            throw new PythonException("RuntimeError", "at least one item has to be provided");
        }
        return new Cycler(args.positional());
    }

    private static Object joiner(Args args) {
        Object byName = args.named().get("sep");
        Object separator = args.positional().isEmpty() ? byName : args.positional().getFirst();
        return new Joiner(separator == null ? ", " : separator);
    }

    /** Gives its items in turn, each time it is asked. */
    private static final class Cycler implements PyObject {
        private final List<Object> items;
        private int position;

        Cycler(List<Object> items) {
            this.items = List.copyOf(items);
        }

        @Override
        public String typeName() {
            return "Cycler";
        }

        private Object next() {
            Object item = items.get(position);
            position = (position + 1) % items.size();
            return item;
        }

        private Object reset() {
            position = 0;
            return PyNone.NONE;
        }

        @Override
        public @Nullable Object attribute(String name) {
            return switch (name) {
                case "current" -> items.get(position);
                case "next" -> new Function(name, args -> next());
                case "reset" -> new Function(name, args -> reset());
                default -> null;
            };
        }
    }

    /** Nothing at first, then its separator. */
    private static final class Joiner implements PyCallable {
        private final Object separator;
        private boolean used;

        Joiner(Object separator) {
            this.separator = separator;
        }

        @Override
        public String typeName() {
            return "Joiner";
        }

        @Override
        public Object call(Args args, Budget budget) {
            Object result = used ? separator : "";
            used = true;
            return result;
        }
    }
}
