package io.holdfast.gateway.file;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.List;
import java.util.Optional;

/** How large uploaded files may be, in megabytes; {@code GET /v1/parameters} tells it. */
@ConfigMapping(prefix = "holdfast.upload")
public interface UploadConfig {

    @WithDefault("10")
    int imageLimit();

    @WithDefault("100")
    int videoLimit();

    @WithDefault("50")
    int audioLimit();

    /** Of all other files. */
    @WithDefault("15")
    int fileLimit();

    /** Most files of one run, as clients are told. */
    @WithDefault("10")
    int perWorkflow();

    /** Extensions that are not taken, without the dot. */
    Optional<List<String>> refusedExtensions();
}
