package io.holdfast.scheduler.form;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** When forms are looked at. */
@ConfigMapping(prefix = "holdfast.forms")
interface FormDeadlinesConfig {

    /** How often engines are asked to close forms whose time is over. */
    @WithDefault("1S")
    Duration every();

    /** How long one answer may take. */
    @WithDefault("5S")
    Duration timeout();
}
