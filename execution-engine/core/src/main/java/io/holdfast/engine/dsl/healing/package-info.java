/** Brings files of old versions into the form that the engine reads (dsl.md 1.9). */
@NullMarked
package io.holdfast.engine.dsl.healing;

import org.jspecify.annotations.NullMarked;
