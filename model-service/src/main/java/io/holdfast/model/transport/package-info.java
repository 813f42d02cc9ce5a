/** HTTP to upstreams: deadlines, cancellation, back-pressure, event streams. */
@NullMarked
package io.holdfast.model.transport;

import org.jspecify.annotations.NullMarked;
