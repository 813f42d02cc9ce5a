/** Asks the knowledge bases of vector-store-adapter. */
@NullMarked
package io.holdfast.engine.app.node.knowledge;

import org.jspecify.annotations.NullMarked;
