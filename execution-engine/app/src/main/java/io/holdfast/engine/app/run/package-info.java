/** Runs on this engine: accepted, driven, followed, taken over. */
@NullMarked
package io.holdfast.engine.app.run;

import org.jspecify.annotations.NullMarked;
