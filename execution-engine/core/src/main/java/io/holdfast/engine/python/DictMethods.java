package io.holdfast.engine.python;

import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Methods of dicts. */
public final class DictMethods {

    static final MethodTable TABLE =
            new MethodTable("dict")
                    .add("keys", (self, args, budget) -> view(self, DictView.Part.KEYS))
                    .add("values", (self, args, budget) -> view(self, DictView.Part.VALUES))
                    .add("items", (self, args, budget) -> view(self, DictView.Part.ITEMS))
                    .add("get", DictMethods::get, "key", "default=")
                    .add("pop", DictMethods::pop, "key", "default=")
                    .add("popitem", DictMethods::popItem)
                    .add("setdefault", DictMethods::setDefault, "key", "default=")
                    .add("clear", DictMethods::clear)
                    .add("copy", DictMethods::copy)
                    .add("fromkeys", DictMethods::fromKeys, "iterable", "value=");

    private DictMethods() {}

    static @Nullable Object bind(PyDict dict, String name) {
        return name.equals("update") ? new Update(dict) : TABLE.bind(dict, name);
    }

    private static Object view(Object self, DictView.Part part) {
        return new DictView((PyDict) self, part);
    }

    private static Object get(Object self, Signature.Bound args, Budget budget) {
        Object value = ((PyDict) self).get(args.get(0));
        return value != null ? value : args.get(1, PyNone.NONE);
    }

    private static Object pop(Object self, Signature.Bound args, Budget budget) {
        Object value = ((PyDict) self).remove(args.get(0));
        if (value == null && !args.has(1)) {
            throw new PythonException("KeyError", PythonText.repr(args.get(0), budget));
        }
        return value != null ? value : args.get(1);
    }

    private static Object popItem(Object self, Signature.Bound args, Budget budget) {
        PyDict.Entry last = ((PyDict) self).removeLast();
        if (last == null) {
            throw new PythonException("KeyError", "'popitem(): dictionary is empty'");
        }
        return PyTuple.of(last.key(), last.value());
    }

    private static Object setDefault(Object self, Signature.Bound args, Budget budget) {
        PyDict dict = (PyDict) self;
        Object value = dict.get(args.get(0));
        if (value != null) {
            return value;
        }
        budget.items(4);
        Object added = args.get(1, PyNone.NONE);
        dict.put(args.get(0), added);
        return added;
    }

    private static Object clear(Object self, Signature.Bound args, Budget budget) {
        ((PyDict) self).clear();
        return PyNone.NONE;
    }

    private static Object copy(Object self, Signature.Bound args, Budget budget) {
        return make(Args.of(self), budget);
    }

    private static Object fromKeys(Object self, Signature.Bound args, Budget budget) {
        PyDict dict = new PyDict();
        for (Object key : Iteration.toList(args.get(0), budget)) {
            budget.items(4);
            dict.put(key, args.get(1, PyNone.NONE));
        }
        return dict;
    }

    /** Python's {@code dict(...)}. */
    public static PyDict make(Args args, Budget budget) {
        PyDict dict = new PyDict();
        fill(dict, "dict", args, budget);
        return dict;
    }

    private static void fill(PyDict dict, String function, Args args, Budget budget) {
        if (args.positional().size() > 1) {
            throw PythonException.typeError(
                    "%s expected at most 1 argument, got %d"
                            .formatted(function, args.positional().size()));
        }
        for (Object source : args.positional()) {
            addAll(dict, source, budget);
        }
        for (Map.Entry<String, Object> entry : args.named().entrySet()) {
            budget.items(4);
            dict.put(entry.getKey(), entry.getValue());
        }
    }

    private static void addAll(PyDict dict, Object source, Budget budget) {
        if (source instanceof PyDict other) {
            budget.items(4L * other.size());
            budget.steps(other.size());
            dict.putAll(other);
            return;
        }
        Iterator<Object> pairs = Iteration.over(source);
        for (int i = 0; pairs.hasNext(); i++) {
            addPair(dict, pairs.next(), i, budget);
        }
    }

    private static void addPair(PyDict dict, Object pair, int index, Budget budget) {
        budget.items(4);
        if (!Iteration.isIterable(pair)) {
            throw PythonException.typeError(
                    "cannot convert dictionary update sequence element #"
                            + index
                            + " to a sequence");
        }
        List<Object> parts = Iteration.toList(pair, budget);
        if (parts.size() != 2) {
            throw PythonException.valueError(
                    "dictionary update sequence element #%d has length %d; 2 is required"
                            .formatted(index, parts.size()));
        }
        dict.put(parts.get(0), parts.get(1));
    }

    /** {@code dict.update}, which takes any keyword. */
    private record Update(PyDict dict) implements PyCallable {

        @Override
        public String typeName() {
            return "builtin_function_or_method";
        }

        @Override
        public Object call(Args args, Budget budget) {
            fill(dict, "update", args, budget);
            return PyNone.NONE;
        }
    }
}
