/** What the tests of all modules share. */
@NullMarked
package io.holdfast.testing;

import org.jspecify.annotations.NullMarked;
