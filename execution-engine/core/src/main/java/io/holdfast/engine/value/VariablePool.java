package io.holdfast.engine.value;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** All values that a run has produced or was given, by owner and name (dsl.md 2.2). */
public final class VariablePool implements Variables {

    private final Map<String, Map<String, @Nullable Object>> owners = new HashMap<>();

    /** Stores a value, replacing what had that name. */
    public void put(String owner, String name, @Nullable Object value) {
        owners.computeIfAbsent(owner, _ -> new HashMap<>()).put(name, value);
    }

    /** Stores every entry of a map under its key. */
    public void putAll(String owner, Map<String, @Nullable Object> values) {
        values.forEach((name, value) -> put(owner, name, value));
    }

    @Override
    public Lookup get(Selector selector) {
        Map<String, @Nullable Object> names = owners.get(selector.owner());
        if (names == null || !names.containsKey(selector.name())) {
            return new Lookup.Missing();
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
