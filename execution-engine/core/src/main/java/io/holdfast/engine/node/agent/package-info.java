/** The agent node (dsl.md 3.16). */
@NullMarked
package io.holdfast.engine.node.agent;

import org.jspecify.annotations.NullMarked;
