/** The answer node (dsl.md 3.2). */
@NullMarked
package io.holdfast.engine.node.answer;

import org.jspecify.annotations.NullMarked;
