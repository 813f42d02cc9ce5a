/** Services that the gateway calls, written by hand. */
@NullMarked
package io.holdfast.gateway.fake;

import org.jspecify.annotations.NullMarked;
