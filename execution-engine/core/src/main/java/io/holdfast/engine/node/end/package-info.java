/** The end node (dsl.md 3.2). */
@NullMarked
package io.holdfast.engine.node.end;

import org.jspecify.annotations.NullMarked;
