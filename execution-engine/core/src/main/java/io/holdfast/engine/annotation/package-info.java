/** Questions that were answered beforehand (dsl.md 5.5). */
@NullMarked
package io.holdfast.engine.annotation;

import org.jspecify.annotations.NullMarked;
