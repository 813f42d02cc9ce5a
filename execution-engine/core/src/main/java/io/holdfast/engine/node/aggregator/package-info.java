/** The variable-aggregator node (dsl.md 3.10). */
@NullMarked
package io.holdfast.engine.node.aggregator;

import org.jspecify.annotations.NullMarked;
