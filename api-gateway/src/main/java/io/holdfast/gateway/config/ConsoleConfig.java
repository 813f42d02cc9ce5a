package io.holdfast.gateway.config;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** The console API. */
@ConfigMapping(prefix = "holdfast.console")
public interface ConsoleConfig {

    /** The secret that opens the console API; without one it is closed. */
    Optional<String> token();
}
