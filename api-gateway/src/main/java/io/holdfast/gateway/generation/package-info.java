/** Starting a run and answering with it, streaming or at once. */
@NullMarked
package io.holdfast.gateway.generation;

import org.jspecify.annotations.NullMarked;
