@NullMarked
package io.holdfast.engine.app.mcp;

import org.jspecify.annotations.NullMarked;
