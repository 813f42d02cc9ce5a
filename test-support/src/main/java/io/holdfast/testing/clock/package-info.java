/** Time that stands until a test moves it. */
@NullMarked
package io.holdfast.testing.clock;

import org.jspecify.annotations.NullMarked;
