package io.holdfast.engine.jinja.syntax;

/** Which filters and tests there are; an unknown one fails before anything is rendered. */
public interface KnownNames {

    boolean hasFilter(String name);

    boolean hasTest(String name);
}
