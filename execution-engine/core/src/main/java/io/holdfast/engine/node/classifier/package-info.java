/** Lets a model choose the way that a run takes. */
@NullMarked
package io.holdfast.engine.node.classifier;

import org.jspecify.annotations.NullMarked;
