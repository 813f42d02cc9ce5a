package io.holdfast.engine.python;

import java.util.Iterator;

/** A generator: can be iterated once. */
public record PyIterator(String typeName, Iterator<Object> items) implements PyIterable {

    public static PyIterator generator(Iterator<Object> items) {
        return new PyIterator("generator", items);
    }

    @Override
    public Iterator<Object> iterate() {
        return items;
    }
}
