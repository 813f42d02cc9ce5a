/** Questions that a user may ask next (dsl.md 5.6). */
@NullMarked
package io.holdfast.engine.suggestion;

import org.jspecify.annotations.NullMarked;
