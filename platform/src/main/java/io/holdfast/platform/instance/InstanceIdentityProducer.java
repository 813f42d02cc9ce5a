package io.holdfast.platform.instance;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Reads who this process is from its configuration. */
@Singleton
public class InstanceIdentityProducer {

    @Produces
    @Singleton
    InstanceIdentity identity(
            InstanceConfig config,
            @ConfigProperty(name = "quarkus.application.name") String service,
            @ConfigProperty(name = "quarkus.application.version") String version) {
        return new InstanceIdentity(service, config.id(), version);
    }
}
