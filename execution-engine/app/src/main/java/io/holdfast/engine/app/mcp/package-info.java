/** Tools of servers that speak the Model Context Protocol. */
@NullMarked
package io.holdfast.engine.app.mcp;

import org.jspecify.annotations.NullMarked;
