package io.holdfast.model;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.holdfast.contracts.model.ModelType;
import io.holdfast.model.call.Attempts;
import io.holdfast.model.call.ModelCalls;
import io.holdfast.model.call.UpstreamGuards;
import io.holdfast.model.call.UsageSink;
import io.holdfast.model.demo.DemoProtocol;
import io.holdfast.model.embedding.LocalEmbeddings;
import io.holdfast.model.openai.OpenAiProtocol;
import io.holdfast.model.protocol.ModelProtocol;
import io.holdfast.model.resilience.RetryPolicy;
import io.holdfast.model.rest.CallerKeys;
import io.holdfast.model.rest.DefaultModels;
import io.holdfast.model.rest.V1Routes;
import io.holdfast.model.route.RouteTable;
import io.holdfast.model.transport.Deadlines;
import io.holdfast.model.transport.UpstreamClient;
import io.holdfast.model.usage.PriceCatalogue;
import io.holdfast.model.usagelog.MeteredUsage;
import io.holdfast.model.usagelog.UsageOutbox;
import io.holdfast.platform.internal.InternalCredential;
import io.vertx.core.Vertx;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;

/** Makes the service's parts from its settings. */
@Singleton
class ModelWiring {

    private final ModelConfig config;

    ModelWiring(ModelConfig config) {
        this.config = config;
    }

    @Produces
    @Singleton
    UpstreamClient upstreamClient(Vertx vertx) {
        var timeout = config.timeout();
        var deadlines =
                new Deadlines(
                        timeout.connect(), timeout.firstToken(), timeout.idle(), timeout.total());
        return new UpstreamClient(vertx, deadlines, config.bulkhead().concurrent());
    }

    void close(@Disposes UpstreamClient client) {
        client.close();
    }

    @Produces
    @Singleton
    EmbeddingWorkers embeddingWorkers() {
        var threads = Thread.ofPlatform().daemon().name("embedding-", 0).factory();
        return new EmbeddingWorkers(
                Executors.newFixedThreadPool(config.embedding().threads(), threads));
    }

    void close(@Disposes EmbeddingWorkers workers) {
        workers.threads().shutdownNow();
    }

    /** The threads of the embedding model; a type of its own, apart from other executors. */
    record EmbeddingWorkers(ExecutorService threads) {}

    @Produces
    @Singleton
    RouteTable routeTable() {
        return RouteSources.of(config, new YAMLMapper(), System::getenv).table();
    }

    @Produces
    @Singleton
    ModelCalls modelCalls(
            Vertx vertx,
            UpstreamClient client,
            EmbeddingWorkers workers,
            RouteTable routes,
            ObjectMapper json,
            UsageSink sink,
            Clock clock) {
        var protocols =
                List.<ModelProtocol>of(
                        new OpenAiProtocol(client, json),
                        new DemoProtocol(vertx, clock),
                        new LocalEmbeddings(vertx, workers.threads(), config.embedding().batch()));
        var breaker = config.breaker();
        var room = config.bulkhead();
        var limits =
                new UpstreamGuards.Limits(
                        breaker.failures(), breaker.openFor(), room.concurrent(), room.queue());
        var retry = config.retry();
        var attempts =
                new Attempts(
                        vertx,
                        protocols.stream()
                                .collect(Collectors.toMap(ModelProtocol::name, each -> each)),
                        new UpstreamGuards(limits, System::nanoTime),
                        new RetryPolicy(
                                retry.attempts(),
                                retry.base(),
                                retry.longest(),
                                () -> ThreadLocalRandom.current().nextDouble()),
                        client.deadlines(),
                        room.queueWait());
        return new ModelCalls(routes, attempts, prices(), sink, System::nanoTime);
    }

    @Produces
    @Singleton
    CallerKeys callerKeys(InternalCredential internal) {
        return new CallerKeys(internal, config.apiKeys().orElse(List.of()));
    }

    @Produces
    @Singleton
    UsageSink usageSink(MeteredUsage meters, UsageOutbox outbox) {
        return usage -> {
            meters.record(usage);
            outbox.offer(usage);
        };
    }

    @Produces
    @Singleton
    DefaultModels defaultModels() {
        var names = new EnumMap<ModelType, String>(ModelType.class);
        config.defaultLlm().ifPresent(name -> names.put(ModelType.LLM, name));
        names.put(ModelType.TEXT_EMBEDDING, config.defaultEmbedding());
        return new DefaultModels(names);
    }

    @Produces
    @Singleton
    V1Routes.Limits limits() {
        return new V1Routes.Limits(config.maxBody().asLongValue());
    }

    private static PriceCatalogue prices() {
        try (var file = ModelWiring.class.getResourceAsStream("/model-prices.yaml")) {
            return PriceCatalogue.read(new YAMLMapper().readTree(file));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
