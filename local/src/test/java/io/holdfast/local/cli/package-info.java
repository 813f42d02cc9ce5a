/** The commands as a user calls them. */
@NullMarked
package io.holdfast.local.cli;

import org.jspecify.annotations.NullMarked;
