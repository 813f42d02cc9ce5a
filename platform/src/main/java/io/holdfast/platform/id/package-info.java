/** Time-ordered ids. */
@NullMarked
package io.holdfast.platform.id;

import org.jspecify.annotations.NullMarked;
