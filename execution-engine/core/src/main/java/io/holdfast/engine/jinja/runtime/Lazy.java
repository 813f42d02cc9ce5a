package io.holdfast.engine.jinja.runtime;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Iterators that do no work before they are asked. */
final class Lazy {

    private Lazy() {}

    static Iterator<Object> map(Iterator<Object> items, UnaryOperator<Object> function) {
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return items.hasNext();
            }

            @Override
            public Object next() {
                return function.apply(items.next());
            }
        };
    }

    static Iterator<Object> filter(Iterator<Object> items, Predicate<Object> wanted) {
        return new Iterator<>() {
            private @Nullable Object ahead;

            @Override
            public boolean hasNext() {
                while (ahead == null && items.hasNext()) {
                    Object item = items.next();
                    ahead = wanted.test(item) ? item : null;
                }
                return ahead != null;
            }

            @Override
            public Object next() {
                Object item = hasNext() ? ahead : null;
                if (item == null) {
                    throw new NoSuchElementException();
                }
                ahead = null;
                return item;
            }
        };
    }
}
