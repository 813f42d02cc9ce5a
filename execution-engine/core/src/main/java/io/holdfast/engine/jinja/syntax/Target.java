package io.holdfast.engine.jinja.syntax;

import java.util.List;

/** What can be assigned to. */
public sealed interface Target {

    /** A variable. */
    record Variable(String name) implements Target {}

    /** Several targets, one item each. */
    record Several(List<Target> targets) implements Target {}

    /** An attribute of a namespace. */
    record NamespaceAttribute(String namespace, String attribute) implements Target {}
}
