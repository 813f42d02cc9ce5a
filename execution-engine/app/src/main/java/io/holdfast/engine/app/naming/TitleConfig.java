package io.holdfast.engine.app.naming;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How conversations get their titles. */
@ConfigMapping(prefix = "holdfast.titles")
interface TitleConfig {

    /** Whether a model finds titles: one more model call for each new conversation. */
    @WithDefault("true")
    boolean enabled();

    /** Titles that are looked for at the same time; more wait. */
    @WithDefault("8")
    int concurrency();
}
