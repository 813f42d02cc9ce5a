package io.holdfast.engine.value;

/** The values of a run as nodes may read them. */
public interface Variables {

    /** What is stored for a selector. */
    Lookup get(Selector selector);
}
