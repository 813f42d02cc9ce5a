/** Which upstreams serve what a caller names. */
@NullMarked
package io.holdfast.model.route;

import org.jspecify.annotations.NullMarked;
