package io.holdfast.engine.value;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** All values that a run has produced or was given, by owner and name (dsl.md 2.2). */
public final class VariablePool implements Variables {

    private final Map<String, Map<String, @Nullable Object>> owners = new HashMap<>();
    private final @Nullable VariablePool outer;

    public VariablePool() {
        this(null);
    }

    private VariablePool(@Nullable VariablePool outer) {
        this.outer = outer;
    }

    /**
     * A pool that shows the values of this one and keeps to itself what is stored in it. Only
     * conversation variables are everybody's (dsl.md 4.8.9).
     */
    public VariablePool copy() {
        return new VariablePool(this);
    }

    /** Stores a value, replacing what had that name. */
    public void put(String owner, String name, @Nullable Object value) {
        if (outer != null && owner.equals(Selector.CONVERSATION)) {
            outer.put(owner, name, value);
            return;
        }
        owners.computeIfAbsent(owner, _ -> new HashMap<>()).put(name, value);
    }

    /** Stores every entry of a map under its key. */
    public void putAll(String owner, Map<String, @Nullable Object> values) {
        values.forEach((name, value) -> put(owner, name, value));
    }

    /** Forgets all values of an owner that are stored here. */
    public void remove(String owner) {
        owners.remove(owner);
    }

    @Override
    public Lookup get(Selector selector) {
        Map<String, @Nullable Object> names = owners.get(selector.owner());
        if (names == null || !names.containsKey(selector.name())) {
            return outer == null ? new Lookup.Missing() : outer.get(selector);
        }
        Lookup here = new Lookup.Found(names.get(selector.name()));
        for (String key : selector.inner()) {
            here = drill(here.orNull(), key);
            if (!here.isFound()) {
                return here;
            }
        }
        return here;
    }

    private static Lookup drill(@Nullable Object value, String key) {
        if (!(value instanceof Map<?, ?>)) {
            return new Lookup.Missing();
        }
        Map<String, @Nullable Object> map = Values.asMap(value);
        if (FileValues.isFile(map)) {
            Optional<Lookup> attribute = FileValues.attribute(map, key);
            return attribute.orElseGet(Lookup.Missing::new);
        }
        return map.containsKey(key) ? new Lookup.Found(map.get(key)) : new Lookup.Missing();
    }
}
