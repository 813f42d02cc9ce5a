package io.holdfast.engine.node;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something that a node has learned on its way. It is a fact of the run: the node begins again with
 * all its notes, on whatever engine, and does not ask for them twice.
 *
 * @param data plain JSON values; the node's own business
 */
public record NodeNote(Map<String, @Nullable Object> data) implements NodeAnswer {}
