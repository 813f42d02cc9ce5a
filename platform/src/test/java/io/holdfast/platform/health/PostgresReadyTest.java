package io.holdfast.platform.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.local.infra.PostgresServer;
import io.holdfast.local.infra.PostgresSettings;
import io.holdfast.platform.database.ControlPool;
import io.vertx.mutiny.core.Vertx;
import io.vertx.pgclient.PgConnectOptions;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresReadyTest {

    /** requirements: ready says no within five seconds after what it needs is gone. */
    private static final Duration PROMISED = Duration.ofSeconds(5);

    private final Vertx vertx = Vertx.vertx();

    @AfterEach
    void close() {
        vertx.close().await().atMost(Duration.ofSeconds(10));
    }

    @Test
    void aDatabaseThatIsKilledMakesTheServiceUnready(@TempDir Path folder) {
        try (PostgresServer server =
                PostgresServer.start(PostgresSettings.in(folder.resolve("pg"), 0, false))) {
            PostgresReady ready = ready(server.port(), server.password());
            Awaitility.await()
                    .atMost(Duration.ofSeconds(20))
                    .until(() -> status(ready) == Status.UP);

            server.kill();

            Awaitility.await().atMost(PROMISED).until(() -> status(ready) == Status.DOWN);
        }
    }

    @Test
    void aDatabaseThatNeverAnswersMakesTheServiceUnready() throws IOException {
        try (var silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            PostgresReady ready = ready(silent.getLocalPort(), "any");

            Status answer = status(ready);

            assertThat(answer).isEqualTo(Status.DOWN);
        }
    }

    private PostgresReady ready(int port, String password) {
        PgConnectOptions options =
                new PgConnectOptions()
                        .setHost("127.0.0.1")
                        .setPort(port)
                        .setDatabase(PostgresServer.DATABASE)
                        .setUser(PostgresServer.USER)
                        .setPassword(password);
        return new PostgresReady(new ControlPool(vertx, List.of(options)));
    }

    private static Status status(PostgresReady ready) {
        return ready.call().await().atMost(PROMISED).getStatus();
    }
}
