/** Walks a graph once for each item of a list. */
@NullMarked
package io.holdfast.engine.node.iteration;

import org.jspecify.annotations.NullMarked;
