/** Walks a graph again and again until a condition holds. */
@NullMarked
package io.holdfast.engine.node.loop;

import org.jspecify.annotations.NullMarked;
