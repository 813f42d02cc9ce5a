/** Writes variables of others: of the conversation, or of a loop. */
@NullMarked
package io.holdfast.engine.node.assigner;

import org.jspecify.annotations.NullMarked;
