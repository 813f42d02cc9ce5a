/** Documents: taken in with their text, announced, shown, and followed until they can answer. */
@NullMarked
package io.holdfast.vector.document;

import org.jspecify.annotations.NullMarked;
