/** The engine as a pure state machine. */
@NullMarked
package io.holdfast.engine;

import org.jspecify.annotations.NullMarked;
