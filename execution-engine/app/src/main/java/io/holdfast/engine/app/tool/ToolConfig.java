package io.holdfast.engine.app.tool;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** Which tools there are, and how they reach out. */
@ConfigMapping(prefix = "holdfast.tool")
public interface ToolConfig {

    /**
     * Which providers of apps are which servers; looked for at home, then where the engine runs.
     */
    @WithDefault("tools.yaml")
    String providersFile();

    @WithDefault("${HOLDFAST_HOME:}")
    Optional<String> home();

    /** Where the search engine SearXNG answers; without it there is no such tool. */
    @WithDefault("${HOLDFAST_SEARXNG_URL:}")
    Optional<String> searxngUrl();

    @WithDefault("10S")
    Duration connect();

    /** Silence of a server after which its tool has failed. */
    @WithDefault("60S")
    Duration read();

    /** The largest answer of a server. */
    @WithDefault("10M")
    MemorySize mostAnswer();
}
