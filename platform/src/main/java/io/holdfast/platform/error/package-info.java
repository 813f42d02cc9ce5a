/** How a fault becomes an answer. */
@NullMarked
package io.holdfast.platform.error;

import org.jspecify.annotations.NullMarked;
