/** Answers that people write beforehand (http-api.md 3.9). */
@NullMarked
package io.holdfast.gateway.annotation;

import org.jspecify.annotations.NullMarked;
