/** How a service says that it will not or cannot do what was asked. */
@NullMarked
package io.holdfast.contracts.error;

import org.jspecify.annotations.NullMarked;
