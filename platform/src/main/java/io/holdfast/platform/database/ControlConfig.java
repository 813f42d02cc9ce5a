package io.holdfast.platform.database;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.List;
import java.util.Optional;

/** The database of leases and probes: by default the service's own. */
@ConfigMapping(prefix = "holdfast.control-database")
public interface ControlConfig {

    /** The servers, as {@code postgresql://host:port/database?search_path=schema}. */
    @WithDefault("${quarkus.datasource.reactive.url}")
    List<String> url();

    /** The user's name, where the URL has none. */
    @WithDefault("${quarkus.datasource.username:}")
    Optional<String> username();

    /** The user's password, where the URL has none. */
    @WithDefault("${quarkus.datasource.password:}")
    Optional<String> password();
}
