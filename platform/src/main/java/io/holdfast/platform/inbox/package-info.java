/** Events are taken in once, however often they arrive. */
@NullMarked
package io.holdfast.platform.inbox;

import org.jspecify.annotations.NullMarked;
