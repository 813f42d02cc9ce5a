/**
 * Assistants that think in rounds and use tools (dsl.md 3.16, 5.7). All that an assistant has
 * learned is in the notes of its node, so that it goes on where it was whatever happens to its
 * engine.
 */
@NullMarked
package io.holdfast.engine.agent;

import org.jspecify.annotations.NullMarked;
