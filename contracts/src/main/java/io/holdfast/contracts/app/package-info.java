/** How apps come into the engine and what the other services may know of them. */
@NullMarked
package io.holdfast.contracts.app;

import org.jspecify.annotations.NullMarked;
