package io.holdfast.platform.internal;

import io.holdfast.platform.shutdown.Phases;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigUtils;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** Keeps a production process from starting with a credential that everybody knows. */
@Singleton
public class InternalTokenGuard {

    private final InternalCredential credential;

    InternalTokenGuard(InternalCredential credential) {
        this.credential = credential;
    }

    void check(@Observes @Priority(Phases.CHECK) StartupEvent event) {
        if (ConfigUtils.isProfileActive("prod") && !credential.isFitForProduction()) {
            throw new IllegalStateException(
                    "Set HOLDFAST_INTERNAL_TOKEN to a secret of at least "
                            + InternalCredential.SHORTEST_TOKEN
                            + " characters, the same for all five services.");
        }
    }
}
