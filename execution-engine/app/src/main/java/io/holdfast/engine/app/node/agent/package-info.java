/** Finds and uses tools for agents. */
@NullMarked
package io.holdfast.engine.app.node.agent;

import org.jspecify.annotations.NullMarked;
