/** A server of tools to play against. */
@NullMarked
package io.holdfast.testing.mcp;

import org.jspecify.annotations.NullMarked;
