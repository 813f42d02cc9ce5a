package io.holdfast.engine.app.secret;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** The key for secrets at rest. */
@ConfigMapping(prefix = "holdfast.secrets")
public interface SecretConfig {

    /** What a development setup uses; the production profile does not start with it. */
    String DEVELOPMENT_KEY = "holdfast-development-only";

    /**
     * The text that the encryption key is derived from, at least 16 characters, the same for all
     * engines ({@code HOLDFAST_SECRET_KEY}). Without it what it encrypted is lost.
     */
    @WithDefault(DEVELOPMENT_KEY)
    String key();
}
