package io.holdfast.engine.dsl;

/**
 * An edge between two nodes (dsl.md 1.4).
 *
 * @param sourceHandle the source's outgoing port, {@code source} for plain success
 */
public record EdgeDefinition(String source, String sourceHandle, String target) {}
