package io.holdfast.scheduler.timetable;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How the timetable is kept. */
@ConfigMapping(prefix = "holdfast.timetable")
interface TimetableConfig {

    /** How often schedules that are due are looked for. */
    @WithDefault("1S")
    Duration every();

    /** How often the apps' schedules are compared with the timetable. */
    @WithDefault("5S")
    Duration compareEvery();

    /**
     * How late a schedule may still fire, when no scheduler was there in time: the newest due time
     * within it fires once, all older ones are left out.
     */
    @WithDefault("1H")
    Duration misfireWithin();

    /** How long one answer of an engine may take. */
    @WithDefault("5S")
    Duration timeout();
}
