/** The human-input node (dsl.md 3.19). */
@NullMarked
package io.holdfast.engine.node.human;

import org.jspecify.annotations.NullMarked;
