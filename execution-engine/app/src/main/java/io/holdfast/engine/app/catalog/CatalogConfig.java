package io.holdfast.engine.app.catalog;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How apps are taken in and kept at hand. */
@ConfigMapping(prefix = "holdfast.apps")
public interface CatalogConfig {

    /** How many versions of apps stay in memory, ready to run. */
    @WithDefault("500")
    int cacheSize();

    /**
     * Whether an http-request node without a retry setting gets the three retries that Dify's
     * studio writes when it opens an app (dsl.md 1.9.6).
     */
    @WithDefault("true")
    boolean httpRetryHealing();

    /** How long an import waits for its confirmation. */
    @WithDefault("PT10M")
    Duration confirmationTime();
}
