package io.holdfast.engine.app.node.llm;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How the engine calls models. Finer limits are model-service's. */
@ConfigMapping(prefix = "holdfast.model-call")
public interface ModelCallConfig {

    /** Until model-service begins to answer, its own retries included. */
    @WithDefault("180S")
    Duration firstAnswer();

    /** Model calls of this engine at the same time; more wait. */
    @WithDefault("2000")
    int concurrency();
}
