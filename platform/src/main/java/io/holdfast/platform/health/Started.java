package io.holdfast.platform.health;

import io.holdfast.platform.shutdown.Phases;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Startup;

/** Started once everything that starts with the process has. */
@Startup
@Singleton
public class Started implements HealthCheck {

    private volatile boolean started;

    void started(@Observes @Priority(Phases.STARTED) StartupEvent event) {
        started = true;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("started").status(started).build();
    }
}
