/** What a call took: tokens, times and price. */
@NullMarked
package io.holdfast.model.usage;

import org.jspecify.annotations.NullMarked;
