/** Lets a model find values in a text. */
@NullMarked
package io.holdfast.engine.node.extractor;

import org.jspecify.annotations.NullMarked;
