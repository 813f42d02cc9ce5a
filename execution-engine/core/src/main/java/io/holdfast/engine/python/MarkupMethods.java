package io.holdfast.engine.python;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Methods of markup: those of text, with arguments escaped and results marked as safe. */
final class MarkupMethods {

    private MarkupMethods() {}

    static @Nullable Object bind(Markup markup, String name) {
        Object plain = StrMethods.bind(markup.text(), name);
        return plain instanceof PyCallable method ? new Wrapped(markup, name, method) : null;
    }

    private record Wrapped(Markup markup, String name, PyCallable method) implements PyCallable {

        @Override
        public String typeName() {
            return "method";
        }

        @Override
        public Object call(Args args, Budget budget) {
            budget.step();
            if (name.equals("format")) {
                return new Markup(StrFormat.format(markup.text(), args, true, budget));
            }
            Object result = method.call(escaped(args, budget), budget);
            return name.startsWith("is") ? result : marked(result);
        }

        private Args escaped(Args args, Budget budget) {
            List<Object> positional = new ArrayList<>();
            args.positional().forEach(value -> positional.add(escaped(value, budget)));
            Map<String, Object> named = new TreeMap<>();
            args.named().forEach((key, value) -> named.put(key, escaped(value, budget)));
            return new Args(positional, named);
        }

        private Object escaped(Object value, Budget budget) {
            if (name.equals("join")) {
                List<Object> items = new ArrayList<>();
                for (Object item : Iteration.toList(value, budget)) {
                    items.add(Markup.escape(item, budget));
                }
                return new PyList(items);
            }
            boolean text = value instanceof String && name.equals("replace");
            return text ? Markup.escape(value, budget) : value;
        }

        private static Object marked(Object result) {
            return switch (result) {
                case String text -> new Markup(text);
                case PyList list -> {
                    list.items().replaceAll(Wrapped::marked);
                    yield list;
                }
                case PyTuple tuple -> {
                    List<Object> items = new ArrayList<>(tuple.items());
                    items.replaceAll(Wrapped::marked);
                    yield new PyTuple(items);
                }
                default -> result;
            };
        }
    }
}
