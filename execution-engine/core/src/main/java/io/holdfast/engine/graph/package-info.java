/** An app's graph, compiled once and shared by all its runs. */
@NullMarked
package io.holdfast.engine.graph;

import org.jspecify.annotations.NullMarked;
