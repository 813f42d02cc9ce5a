package io.holdfast.engine.python;

import java.util.Iterator;
import java.util.NoSuchElementException;

/** A range of integers; nothing is made before it is asked for. */
public record PyRange(long start, long stop, long step) implements PyIterable {

    public PyRange {
        if (step == 0) {
            throw PythonException.valueError("range() arg 3 must not be zero");
        }
        checkBound(start);
        checkBound(stop);
        checkBound(step);
    }

    private static void checkBound(long bound) {
        if (Math.abs(bound) > 1L << 53) {
            throw new LimitException("range() reaches beyond 2**53");
        }
    }

    @Override
    public String typeName() {
        return "range";
    }

    @Override
    public long size() {
        long span = step > 0 ? stop - start : start - stop;
        long stride = Math.abs(step);
        return span <= 0 ? 0 : (span + stride - 1) / stride;
    }

    Object at(long index) {
        return start + index * step;
    }

    boolean holds(long value) {
        boolean inside = step > 0 ? value >= start && value < stop : value <= start && value > stop;
        return inside && (value - start) % step == 0;
    }

    @Override
    public Iterator<Object> iterate() {
        long size = size();
        return new Iterator<>() {
            private long next;

            @Override
            public boolean hasNext() {
                return next < size;
            }

            @Override
            public Object next() {
                if (next >= size) {
                    throw new NoSuchElementException();
                }
                return at(next++);
            }
        };
    }

    @Override
    public String repr() {
        String bounds = "range(" + start + ", " + stop;
        return step == 1 ? bounds + ")" : bounds + ", " + step + ")";
    }
}
