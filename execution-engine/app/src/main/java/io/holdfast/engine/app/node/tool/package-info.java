/** Uses tools for nodes. */
@NullMarked
package io.holdfast.engine.app.node.tool;

import org.jspecify.annotations.NullMarked;
