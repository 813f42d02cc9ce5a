/**
 * What every node type gives the engine: its kind, how it begins, and what it asks of the outside
 * world.
 */
@NullMarked
package io.holdfast.engine.node;

import org.jspecify.annotations.NullMarked;
