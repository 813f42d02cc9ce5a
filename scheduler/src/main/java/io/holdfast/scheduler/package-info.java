/** Leased jobs, timetables and the failure detector. */
@NullMarked
package io.holdfast.scheduler;

import org.jspecify.annotations.NullMarked;
