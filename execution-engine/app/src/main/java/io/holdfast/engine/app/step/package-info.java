/** Carries out what nodes ask of the outside world. */
@NullMarked
package io.holdfast.engine.app.step;

import org.jspecify.annotations.NullMarked;
