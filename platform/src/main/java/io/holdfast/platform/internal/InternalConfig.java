package io.holdfast.platform.internal;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** The credential between the services. */
@ConfigMapping(prefix = "holdfast.internal")
public interface InternalConfig {

    /** What a development setup uses; the production profile does not start with it. */
    String DEVELOPMENT_TOKEN = "holdfast-development-only";

    /**
     * The secret that every service sends and demands on {@code /internal/**}, at least 16
     * characters.
     */
    @WithDefault(DEVELOPMENT_TOKEN)
    String token();
}
