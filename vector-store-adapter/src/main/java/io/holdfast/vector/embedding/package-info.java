/** Vectors of queries, from model-service. */
@NullMarked
package io.holdfast.vector.embedding;

import org.jspecify.annotations.NullMarked;
