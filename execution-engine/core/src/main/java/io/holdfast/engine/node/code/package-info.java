/** The code node (dsl.md 3.8). */
@NullMarked
package io.holdfast.engine.node.code;

import org.jspecify.annotations.NullMarked;
