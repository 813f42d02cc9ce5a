package io.holdfast.engine.python;

import java.util.ConcurrentModificationException;
import java.util.Iterator;
import java.util.Locale;

/** What {@code keys()}, {@code values()} and {@code items()} of a dict give: a live view. */
public record DictView(PyDict dict, Part part) implements PyIterable {

    /** Which part of the pairs is seen. */
    public enum Part {
        KEYS,
        VALUES,
        ITEMS
    }

    @Override
    public String typeName() {
        return "dict_" + part.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public long size() {
        return dict.size();
    }

    @Override
    public Iterator<Object> iterate() {
        Iterator<PyDict.Entry> entries = dict.entries().iterator();
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return entries.hasNext();
            }

            @Override
            public Object next() {
                try {
                    return seen(entries.next());
                } catch (ConcurrentModificationException changed) {
                    throw new PythonException(
                            "RuntimeError", "dictionary changed size during iteration");
                }
            }
        };
    }

    private Object seen(PyDict.Entry entry) {
        return switch (part) {
            case KEYS -> entry.key();
            case VALUES -> entry.value();
            case ITEMS -> PyTuple.of(entry.key(), entry.value());
        };
    }

    @Override
    public String repr() {
        return PythonText.repr(this);
    }
}
