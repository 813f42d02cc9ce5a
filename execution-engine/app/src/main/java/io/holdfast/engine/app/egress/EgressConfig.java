package io.holdfast.engine.app.egress;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** {@code holdfast.egress.*}: where requests of apps may go, and how much may come back. */
@ConfigMapping(prefix = "holdfast.egress")
public interface EgressConfig {

    /**
     * Exceptions from the ban on private addresses: {@code 10.1.0.0/16}, {@code 127.0.0.1}, {@code
     * intranet.example} or {@code intranet.example:8443}.
     */
    Optional<List<String>> allow();

    /** Whether public addresses may be called; if not, nothing but what is allowed by name. */
    @WithDefault("true")
    boolean publicAddresses();

    /** Most bytes of a response that is text (dsl.md 3.7). */
    @WithDefault("1M")
    MemorySize maxText();

    /** Most time of one request with all its redirects, whatever the node's own timeouts are. */
    @WithDefault("1200S")
    Duration maxDuration();

    /** Requests of this engine at the same time; more wait. */
    @WithDefault("256")
    int concurrency();
}
