/** Runs on one engine, from outside, on a real database. */
@NullMarked
package io.holdfast.engine.app.run;

import org.jspecify.annotations.NullMarked;
