/** Datasets and the index over them. */
@NullMarked
package io.holdfast.vector;

import org.jspecify.annotations.NullMarked;
