/** Executes code nodes in the sandbox. */
@NullMarked
package io.holdfast.engine.app.node.code;

import org.jspecify.annotations.NullMarked;
