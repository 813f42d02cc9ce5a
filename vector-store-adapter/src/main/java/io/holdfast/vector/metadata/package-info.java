/** Which documents a search may answer from, by conditions on their metadata (knowledge.md 7.5). */
@NullMarked
package io.holdfast.vector.metadata;

import org.jspecify.annotations.NullMarked;
