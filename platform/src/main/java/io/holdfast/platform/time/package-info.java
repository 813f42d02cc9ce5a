/** The clocks: one for dates, one for durations; both are given, never taken. */
@NullMarked
package io.holdfast.platform.time;

import org.jspecify.annotations.NullMarked;
