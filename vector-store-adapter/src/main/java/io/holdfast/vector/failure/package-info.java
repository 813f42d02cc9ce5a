/** What is refused and why. */
@NullMarked
package io.holdfast.vector.failure;

import org.jspecify.annotations.NullMarked;
