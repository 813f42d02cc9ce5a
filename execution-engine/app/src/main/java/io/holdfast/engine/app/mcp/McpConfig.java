package io.holdfast.engine.app.mcp;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How servers of the Model Context Protocol are called. */
@ConfigMapping(prefix = "holdfast.mcp")
public interface McpConfig {

    @WithDefault("10S")
    Duration connect();

    /** Until a server has answered one request, such as the use of a tool. */
    @WithDefault("60S")
    Duration answer();

    /** Sessions of this engine at the same time; more wait. */
    @WithDefault("64")
    int concurrency();
}
