/** The llm node and the model call of basic apps (dsl.md 3.3 and 5.3). */
@NullMarked
package io.holdfast.engine.node.llm;

import org.jspecify.annotations.NullMarked;
