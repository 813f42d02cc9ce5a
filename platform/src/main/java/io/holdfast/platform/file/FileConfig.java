package io.holdfast.platform.file;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.util.Optional;

/** Where files are kept. */
@ConfigMapping(prefix = "holdfast.files")
public interface FileConfig {

    /** The directory; the same for all replicas of api-gateway and execution-engine. */
    @WithDefault("${HOLDFAST_FILES_DIR:.holdfast/files}")
    Path directory();

    /**
     * Where callers reach the gateway, such as {@code https://holdfast.example.com}; without it the
     * URLs of files have no host.
     */
    @WithDefault("${HOLDFAST_FILES_URL:}")
    Optional<String> url();
}
