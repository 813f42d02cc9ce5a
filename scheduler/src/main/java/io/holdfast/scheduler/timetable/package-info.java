/** Fires the schedule triggers of apps (dsl.md 3.20). */
@NullMarked
package io.holdfast.scheduler.timetable;

import org.jspecify.annotations.NullMarked;
