package io.holdfast.platform.internal;

import io.holdfast.platform.shutdown.Phases;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.config.SmallRyeConfig;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.Config;

/** Keeps a production process from starting with a credential that everybody knows. */
@Singleton
public class InternalTokenGuard {

    private final InternalCredential credential;
    private final boolean production;

    InternalTokenGuard(InternalCredential credential, Config config) {
        this.credential = credential;
        this.production = config.unwrap(SmallRyeConfig.class).getProfiles().contains("prod");
    }

    void check(@Observes @Priority(Phases.CHECK) StartupEvent event) {
        if (production && !credential.isFitForProduction()) {
            throw new IllegalStateException(
                    "Set HOLDFAST_INTERNAL_TOKEN to a secret of at least "
                            + InternalCredential.SHORTEST_TOKEN
                            + " characters, the same for all five services.");
        }
    }
}
