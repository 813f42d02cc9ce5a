/** Answers that people wrote beforehand, and the queries that they answer (dsl.md 5.5). */
@NullMarked
package io.holdfast.engine.app.annotation;

import org.jspecify.annotations.NullMarked;
