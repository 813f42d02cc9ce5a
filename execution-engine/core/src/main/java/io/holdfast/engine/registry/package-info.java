/** All node types that there are. */
@NullMarked
package io.holdfast.engine.registry;

import org.jspecify.annotations.NullMarked;
