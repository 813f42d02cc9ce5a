/** The port behind which upstreams of every protocol look alike. */
@NullMarked
package io.holdfast.model.protocol;

import org.jspecify.annotations.NullMarked;
