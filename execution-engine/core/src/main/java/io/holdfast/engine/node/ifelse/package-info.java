/** The if-else node (dsl.md 3.6). */
@NullMarked
package io.holdfast.engine.node.ifelse;

import org.jspecify.annotations.NullMarked;
