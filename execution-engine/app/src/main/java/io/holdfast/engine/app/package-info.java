/** The engine's edges: storage, network and processes. */
@NullMarked
package io.holdfast.engine.app;

import org.jspecify.annotations.NullMarked;
