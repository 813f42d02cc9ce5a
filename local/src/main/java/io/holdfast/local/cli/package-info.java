/** The commands behind {@code ./holdfast}. */
@NullMarked
package io.holdfast.local.cli;

import org.jspecify.annotations.NullMarked;
