/** Stories of nodes that reach outside the engine. */
@NullMarked
package io.holdfast.engine.app.node;

import org.jspecify.annotations.NullMarked;
