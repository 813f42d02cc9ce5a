/** Tests of the llm node. */
@NullMarked
package io.holdfast.engine.node.llm;

import org.jspecify.annotations.NullMarked;
