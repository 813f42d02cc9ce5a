package io.holdfast.engine.app.egress;

import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;

/** Gives the application its one client for requests of apps. */
@ApplicationScoped
class OutboundHttpProducer {

    @Produces
    @Singleton
    EgressPolicy policy(EgressConfig config) {
        return new EgressPolicy(config.allow().orElse(List.of()), config.publicAddresses());
    }

    @Produces
    @Singleton
    OutboundHttp client(Vertx vertx, EgressPolicy policy, EgressConfig config) {
        return new OutboundHttp(vertx, policy, config.concurrency(), config.maxDuration());
    }

    void close(@Disposes OutboundHttp client) {
        client.close();
    }
}
