package io.holdfast.model.rest;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.holdfast.contracts.model.ModelType;
import io.holdfast.contracts.model.UsageRecorded;
import io.holdfast.model.call.Attempts;
import io.holdfast.model.call.ModelCalls;
import io.holdfast.model.call.UpstreamGuards;
import io.holdfast.model.demo.DemoProtocol;
import io.holdfast.model.embedding.LocalEmbeddings;
import io.holdfast.model.openai.OpenAiProtocol;
import io.holdfast.model.protocol.ModelProtocol;
import io.holdfast.model.resilience.RetryPolicy;
import io.holdfast.model.route.Route;
import io.holdfast.model.route.RouteTable;
import io.holdfast.model.transport.Deadlines;
import io.holdfast.model.transport.UpstreamClient;
import io.holdfast.model.usage.PriceCatalogue;
import io.holdfast.platform.internal.InternalCredential;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

/** The service's HTTP face and all behind it, without Quarkus, on a free port. */
final class ModelServer implements AutoCloseable {

    static final String KEY = "caller-key";

    final List<UsageRecorded> recorded = new CopyOnWriteArrayList<>();
    final AtomicLong skippedNanos = new AtomicLong();
    private final Vertx vertx = Vertx.vertx();
    private final ExecutorService workers = Executors.newSingleThreadExecutor();
    private final UpstreamClient client;
    private final HttpServer server;

    private ModelServer(Setup setup) {
        client = new UpstreamClient(vertx, setup.deadlines, 64);
        var json = new ObjectMapper();
        var routes =
                new RouteTable(
                        setup.routes, List.of(LocalEmbeddings.route()), DemoProtocol.route());
        var defaults = new DefaultModels(Map.of(ModelType.TEXT_EMBEDDING, LocalEmbeddings.MODEL));
        var limits = new V1Routes.Limits(64 * 1024);
        var keys = new CallerKeys(new InternalCredential("of-the-suite"), List.of(KEY, ""));
        var router = Router.router(vertx);
        new V1Routes(calls(setup, routes, json), keys, json, defaults, limits, Clock.systemUTC())
                .register(router);
        server = vertx.createHttpServer().requestHandler(router);
        server.listen(0, "127.0.0.1").toCompletionStage().toCompletableFuture().join();
    }

    /** What a test may change. */
    static final class Setup {
        private List<Route> routes = List.of();
        private Deadlines deadlines =
                new Deadlines(
                        Duration.ofSeconds(2),
                        Duration.ofSeconds(20),
                        Duration.ofSeconds(20),
                        Duration.ofSeconds(60));
        private int attempts = 3;
        private int failures = 100;
        private int concurrent = 64;
        private int queue = 64;

        Setup routes(Route... some) {
            routes = List.of(some);
            return this;
        }

        Setup firstToken(Duration time) {
            deadlines = deadlines.firstToken(time);
            return this;
        }

        Setup idle(Duration time) {
            deadlines =
                    new Deadlines(
                            deadlines.connect(), deadlines.firstToken(), time, deadlines.total());
            return this;
        }

        Setup attempts(int most) {
            attempts = most;
            return this;
        }

        Setup breakerOpensAfter(int inARow) {
            failures = inARow;
            return this;
        }

        Setup room(int calls, int waiting) {
            concurrent = calls;
            queue = waiting;
            return this;
        }

        ModelServer start() {
            return new ModelServer(this);
        }
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.actualPort() + "/v1");
    }

    /** Lets the breaker's clock jump. */
    void skip(Duration time) {
        skippedNanos.addAndGet(time.toNanos());
    }

    private ModelCalls calls(Setup setup, RouteTable routes, ObjectMapper json) {
        var protocols =
                List.<ModelProtocol>of(
                        new OpenAiProtocol(client, json),
                        new DemoProtocol(vertx, Clock.systemUTC()),
                        new LocalEmbeddings(vertx, workers, 8));
        var limits =
                new UpstreamGuards.Limits(
                        setup.failures, Duration.ofMinutes(5), setup.concurrent, setup.queue);
        var attempts =
                new Attempts(
                        vertx,
                        protocols.stream()
                                .collect(Collectors.toMap(ModelProtocol::name, each -> each)),
                        new UpstreamGuards(limits, () -> System.nanoTime() + skippedNanos.get()),
                        new RetryPolicy(
                                setup.attempts,
                                Duration.ofMillis(2),
                                Duration.ofSeconds(2),
                                () -> 0.5),
                        setup.deadlines,
                        Duration.ofSeconds(20));
        return new ModelCalls(routes, attempts, prices(), recorded::add, System::nanoTime);
    }

    private static PriceCatalogue prices() {
        try (var file = ModelServer.class.getResourceAsStream("/model-prices.yaml")) {
            return PriceCatalogue.read(new YAMLMapper().readTree(file));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    @Override
    public void close() {
        client.close();
        workers.shutdownNow();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
