/** Keeps this replica's index copies up to date while nobody asks. */
@NullMarked
package io.holdfast.vector.follow;

import org.jspecify.annotations.NullMarked;
