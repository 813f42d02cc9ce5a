/** The trigger of plugins' events (dsl.md 3.20), which nobody sends here. */
@NullMarked
package io.holdfast.engine.node.event;

import org.jspecify.annotations.NullMarked;
