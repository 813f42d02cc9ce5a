@NullMarked
package io.holdfast.scheduler.timetable;

import org.jspecify.annotations.NullMarked;
