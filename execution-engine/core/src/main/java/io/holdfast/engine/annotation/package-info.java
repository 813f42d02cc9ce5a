/** Answers that people wrote beforehand (dsl.md 5.5). */
@NullMarked
package io.holdfast.engine.annotation;

import org.jspecify.annotations.NullMarked;
