package io.holdfast.engine.python;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The methods of one type. */
final class MethodTable {

    private record Entry(Signature signature, Method body) {}

    private record BoundMethod(String name, Object self, Entry entry) implements PyCallable {

        @Override
        public String typeName() {
            return "builtin_function_or_method";
        }

        @Override
        public String repr() {
            return "<built-in method " + name + " of " + PyTypes.name(self) + " object>";
        }

        @Override
        public Object call(Args args, Budget budget) {
            budget.step();
            return entry.body().call(self, entry.signature().bind(args), budget);
        }
    }

    private final String type;
    private final Map<String, Entry> entries = new HashMap<>();

    MethodTable(String type) {
        this.type = type;
    }

    MethodTable add(String name, Method body, String... parameters) {
        entries.put(name, new Entry(Signature.of(type + "." + name, parameters), body));
        return this;
    }

    @Nullable PyCallable bind(Object self, String name) {
        Entry entry = entries.get(name);
        return entry == null ? null : new BoundMethod(name, self, entry);
    }
}
