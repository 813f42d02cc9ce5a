package io.holdfast.engine.python;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of a function of ours; a name that ends in {@code =} may be left out.
 *
 * @param required parameters that have no default, the first ones
 * @param implicit arguments before them that Python counts
 */
public record Signature(String function, List<String> parameters, int required, int implicit) {

    /** Arguments by the position of their parameter. */
    public static final class Bound {

        private static final Object MISSING = new Object();

        private final Object[] values;

        private Bound(Object[] values) {
            this.values = values;
        }

        public boolean has(int index) {
            return values[index] != MISSING;
        }

        public Object get(int index) {
            return values[index];
        }

        public Object get(int index, Object otherwise) {
            return has(index) ? values[index] : otherwise;
        }

        /** An integer argument, as an index or a count. */
        public int intAt(int index, int otherwise) {
            return has(index) ? PyNumbers.intIndex(values[index]) : otherwise;
        }

        public boolean flagAt(int index, boolean otherwise) {
            return has(index) ? PyTypes.truth(values[index]) : otherwise;
        }
    }

    public static Signature of(String function, String... parameters) {
        int required = 0;
        String[] names = new String[parameters.length];
        for (int i = 0; i < parameters.length; i++) {
            boolean optional = parameters[i].endsWith("=");
            required += optional ? 0 : 1;
            names[i] =
                    optional
                            ? parameters[i].substring(0, parameters[i].length() - 1)
                            : parameters[i];
        }
        return new Signature(function, List.of(names), required, 0);
    }

    /** The same with one argument more that Python counts and that is not bound: the value. */
    public Signature onValue() {
        return new Signature(function, parameters, required, 1);
    }

    /**
     * Binds arguments to parameters.
     *
     * @throws PythonException TypeError when they do not fit
     */
    public Bound bind(Args args) {
        Object[] values = new Object[parameters.size()];
        int given = args.positional().size();
        if (given > values.length) {
            throw PythonException.typeError(
                    "%s() takes %s but %d %s given"
                            .formatted(
                                    function,
                                    range(),
                                    given + implicit,
                                    given + implicit == 1 ? "was" : "were"));
        }
        Map<String, Object> named = new HashMap<>(args.named());
        for (int i = 0; i < values.length; i++) {
            values[i] = value(i, i < given ? args.positional().get(i) : null, named);
        }
        if (!named.isEmpty()) {
            throw PythonException.typeError(
                    "%s() got an unexpected keyword argument '%s'"
                            .formatted(function, named.keySet().iterator().next()));
        }
        return new Bound(values);
    }

    private Object value(int index, @Nullable Object given, Map<String, Object> named) {
        Object byName = named.remove(parameters.get(index));
        if (given != null && byName != null) {
            throw PythonException.typeError(
                    "%s() got multiple values for argument '%s'"
                            .formatted(function, parameters.get(index)));
        }
        if (given == null && byName == null && index < required) {
            throw PythonException.typeError(
                    "%s() missing 1 required positional argument: '%s'"
                            .formatted(function, parameters.get(index)));
        }
        return given != null ? given : byName != null ? byName : Bound.MISSING;
    }

    private String range() {
        int most = parameters.size() + implicit;
        int least = required + implicit;
        return least == most
                ? most + (most == 1 ? " positional argument" : " positional arguments")
                : "from " + least + " to " + most + " positional arguments";
    }
}
