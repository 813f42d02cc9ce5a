/** Datasets, documents and retrieval. */
@NullMarked
package io.holdfast.gateway.knowledge;

import org.jspecify.annotations.NullMarked;
