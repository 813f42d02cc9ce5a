/** Segments: stored with their vectors, and the order in which indexes learn of them. */
@NullMarked
package io.holdfast.vector.segment;

import org.jspecify.annotations.NullMarked;
