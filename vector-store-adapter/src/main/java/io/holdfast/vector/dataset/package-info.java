/** Datasets: made, listed, shown and deleted. */
@NullMarked
package io.holdfast.vector.dataset;

import org.jspecify.annotations.NullMarked;
