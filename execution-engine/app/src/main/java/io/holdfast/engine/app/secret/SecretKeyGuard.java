package io.holdfast.engine.app.secret;

import io.holdfast.platform.shutdown.Phases;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigUtils;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** Keeps a production process from encrypting with a key that everybody knows. */
@Singleton
public class SecretKeyGuard {

    private static final int SHORTEST = 16;

    private final SecretConfig config;

    SecretKeyGuard(SecretConfig config) {
        this.config = config;
    }

    void check(@Observes @Priority(Phases.CHECK) StartupEvent event) {
        String key = config.key();
        boolean known = key.equals(SecretConfig.DEVELOPMENT_KEY);
        if (ConfigUtils.isProfileActive("prod") && (known || key.length() < SHORTEST)) {
            throw new IllegalStateException(
                    "Set HOLDFAST_SECRET_KEY to a secret of at least "
                            + SHORTEST
                            + " characters, the same for all engines.");
        }
    }
}
