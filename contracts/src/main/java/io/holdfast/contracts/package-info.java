/** What crosses the wire between services, as immutable data. */
@NullMarked
package io.holdfast.contracts;

import org.jspecify.annotations.NullMarked;
