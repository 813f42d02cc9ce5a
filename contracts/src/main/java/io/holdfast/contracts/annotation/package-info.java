/** Answers that people wrote beforehand, as the gateway asks an engine for them. */
@NullMarked
package io.holdfast.contracts.annotation;

import org.jspecify.annotations.NullMarked;
