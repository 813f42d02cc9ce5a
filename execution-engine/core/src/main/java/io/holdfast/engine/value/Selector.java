package io.holdfast.engine.value;

import java.util.List;

/**
 * Names a value of the pool: owner, name and, for what lies inside of the value, further keys
 * (dsl.md 2.2).
 *
 * @param path at least two parts
 */
public record Selector(List<String> path) {

    /** The pool's owner of system variables. */
    public static final String SYSTEM = "sys";

    /** The pool's owner of environment variables. */
    public static final String ENVIRONMENT = "env";

    /** The pool's owner of conversation variables. */
    public static final String CONVERSATION = "conversation";

    public Selector {
        path = List.copyOf(path);
        if (path.size() < 2) {
            throw new IllegalArgumentException("a selector needs an owner and a name: " + path);
        }
    }

    public static Selector of(String owner, String name) {
        return new Selector(List.of(owner, name));
    }

    /** A node's id, {@code sys}, {@code env} or {@code conversation}. */
    public String owner() {
        return path.get(0);
    }

    public String name() {
        return path.get(1);
    }

    /** The keys that lead into the value, empty for the value itself. */
    public List<String> inner() {
        return path.subList(2, path.size());
    }

    /** The selector of the whole value that this one may lead into. */
    public Selector root() {
        return path.size() == 2 ? this : of(owner(), name());
    }

    /** Whether the owner is a node and not one of the reserved owners. */
    public boolean isOfNode() {
        return switch (owner()) {
            case SYSTEM, ENVIRONMENT, CONVERSATION -> false;
            default -> true;
        };
    }

    /** The parts with dots between them, as authors write them. */
    public String dotted() {
        return String.join(".", path);
    }
}
