/** Values of a run, the pool that holds them, and how they turn into text. */
@NullMarked
package io.holdfast.engine.value;

import org.jspecify.annotations.NullMarked;
