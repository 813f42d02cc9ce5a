/** Calls to the other services of the suite. */
@NullMarked
package io.holdfast.gateway.remote;

import org.jspecify.annotations.NullMarked;
