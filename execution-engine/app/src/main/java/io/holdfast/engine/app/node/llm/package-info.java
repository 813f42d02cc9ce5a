/** Calls models through model-service. */
@NullMarked
package io.holdfast.engine.app.node.llm;

import org.jspecify.annotations.NullMarked;
