package io.holdfast.scheduler.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import io.holdfast.platform.internal.InternalCredential;
import io.holdfast.testing.HoldfastInfra;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(FormDeadlinesQuarkusTest.Alone.class)
@QuarkusTestResource(HoldfastInfra.class)
@QuarkusTestResource(FormDeadlinesQuarkusTest.Engine.class)
class FormDeadlinesQuarkusTest {

    private final InternalCredential credential;
    private final MeterRegistry meters;

    @Inject
    FormDeadlinesQuarkusTest(InternalCredential credential, MeterRegistry meters) {
        this.credential = credential;
        this.meters = meters;
    }

    /** Its own start of the service, with its own engine. */
    public static final class Alone implements QuarkusTestProfile {}

    /** An engine that fails once, then has two batches that are due, and then none. */
    public static final class Engine implements QuarkusTestResourceLifecycleManager {

        private static final List<String> ASKED = new CopyOnWriteArrayList<>();
        private static final List<Integer> DUE = List.of(500, 20);
        private @Nullable HttpServer server;

        @Override
        public Map<String, String> start() {
            try {
                HttpServer fresh =
                        HttpServer.create(
                                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
                fresh.createContext(
                        "/internal/v1/forms/expire",
                        exchange -> {
                            ASKED.add(
                                    exchange.getRequestMethod()
                                            + " "
                                            + exchange.getRequestHeaders()
                                                    .getFirst("Authorization"));
                            int before = ASKED.size() - 2;
                            int due = before >= 0 && before < DUE.size() ? DUE.get(before) : 0;
                            byte[] body =
                                    ("{\"forms\": " + due + "}").getBytes(StandardCharsets.UTF_8);
                            exchange.getResponseHeaders().add("Content-Type", "application/json");
                            exchange.sendResponseHeaders(before < 0 ? 503 : 200, body.length);
                            exchange.getResponseBody().write(body);
                            exchange.close();
                        });
                fresh.start();
                server = fresh;
                return Map.of(
                        "holdfast.peers.engine",
                        "http://127.0.0.1:" + fresh.getAddress().getPort(),
                        "holdfast.forms.every",
                        "100MS");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void stop() {
            Objects.requireNonNull(server).stop(0);
        }
    }

    @Test
    void deadlinesAreKeptThoughAnEngineFails() {
        await().atMost(Duration.ofSeconds(20)).until(() -> Engine.ASKED.size() > 5);

        assertThat(Engine.ASKED).containsOnly("POST " + credential.header());
        assertThat(meters.get("holdfast.forms.expired").counter().count()).isEqualTo(520);
    }
}
