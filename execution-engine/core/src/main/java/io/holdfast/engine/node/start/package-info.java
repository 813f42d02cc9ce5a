/** The start node (dsl.md 3.1). */
@NullMarked
package io.holdfast.engine.node.start;

import org.jspecify.annotations.NullMarked;
