/** Keeps one bad upstream from taking the others along. */
@NullMarked
package io.holdfast.model.resilience;

import org.jspecify.annotations.NullMarked;
