/** The embedding model that runs inside this process. */
@NullMarked
package io.holdfast.model.embedding;

import org.jspecify.annotations.NullMarked;
