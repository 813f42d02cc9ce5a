package io.holdfast.engine.python;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A dict: insertion order, Python's key equality (1, 1.0 and True are one key). */
public final class PyDict {

    /** One pair. */
    public record Entry(Object key, Object value) {}

    private final LinkedHashMap<Object, Entry> entries = new LinkedHashMap<>();

    public void put(Object key, Object value) {
        Object hashed = HashKey.of(key);
        Entry old = entries.get(hashed);
        entries.put(hashed, new Entry(old == null ? key : old.key(), value));
    }

    public @Nullable Object get(Object key) {
        Entry entry = entries.get(HashKey.of(key));
        return entry == null ? null : entry.value();
    }

    public @Nullable Object remove(Object key) {
        Entry entry = entries.remove(HashKey.of(key));
        return entry == null ? null : entry.value();
    }

    @Nullable Entry removeLast() {
        var last = entries.pollLastEntry();
        return last == null ? null : last.getValue();
    }

    public boolean has(Object key) {
        return entries.containsKey(HashKey.of(key));
    }

    public int size() {
        return entries.size();
    }

    void clear() {
        entries.clear();
    }

    /** The live pairs. */
    public Collection<Entry> entries() {
        return entries.values();
    }

    public void putAll(PyDict other) {
        for (Entry entry : List.copyOf(other.entries())) {
            put(entry.key(), entry.value());
        }
    }
}
