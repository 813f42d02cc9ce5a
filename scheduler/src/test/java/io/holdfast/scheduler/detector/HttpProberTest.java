package io.holdfast.scheduler.detector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.holdfast.contracts.instance.Healthz;
import io.holdfast.platform.peer.PeerService;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.core.http.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HttpProberTest {

    private static final Duration TIMEOUT = Duration.ofMillis(1_500);
    private static final Duration WITHIN = Duration.ofSeconds(10);

    private final Vertx vertx = Vertx.vertx();
    private final HttpProber prober = new HttpProber(vertx, new ObjectMapper(), TIMEOUT);

    @AfterEach
    void close() {
        vertx.close().await().atMost(WITHIN);
    }

    @Test
    void aHealthyInstanceIsReadByItsAnswer() {
        int port =
                serve(
                        200,
                        "{\"status\":\"ok\",\"version\":\"2\",\"service\":\"s\",\"instance\":\"i\"}");

        assertThat(probe(port)).isEqualTo(new Healthz("ok", "2", "s", "i"));
    }

    @Test
    void anAnswerThatIsNotOkIsNone() {
        assertThatThrownBy(() -> probe(serve(503, "{}"))).hasMessageContaining("503");
        assertThatThrownBy(() -> probe(serve(200, "{\"status\":\"ill\"}")))
                .hasMessageContaining("not ok");
        assertThatThrownBy(() -> probe(serve(200, "<html>"))).isInstanceOf(RuntimeException.class);
    }

    /**
     * A stopped process (SIGSTOP) looks like this: the kernel takes the connection, nobody reads.
     */
    @Test
    void anInstanceThatTakesTheConnectionAndNeverAnswersIsGivenUpInTime() throws IOException {
        try (var silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            long began = System.nanoTime();

            assertThatThrownBy(() -> probe(silent.getLocalPort()))
                    .isInstanceOf(RuntimeException.class);

            assertThat(Duration.ofNanos(System.nanoTime() - began))
                    .isBetween(TIMEOUT.minusMillis(100), TIMEOUT.plusSeconds(2));
        }
    }

    @Test
    void nobodyThereIsAFaultAtOnce() throws IOException {
        int free;
        try (var gone = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = gone.getLocalPort();
        }

        assertThatThrownBy(() -> probe(free)).isInstanceOf(RuntimeException.class);
    }

    private Healthz probe(int port) {
        URI url = URI.create("http://127.0.0.1:" + port);
        return prober.probe(new Target(PeerService.MODEL, url)).await().atMost(WITHIN);
    }

    private int serve(int status, String body) {
        HttpServer server =
                vertx.createHttpServer()
                        .requestHandler(request ->
                                request.response().setStatusCode(status).endAndForget(body))
                        .listen(0, "127.0.0.1")
                        .await()
                        .atMost(WITHIN);
        return server.actualPort();
    }
}
