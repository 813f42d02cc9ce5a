package io.holdfast.engine.app.egress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.PfxOptions;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutboundHttpTest {
    private static final Duration LONG = Duration.ofSeconds(20);
    private static final int MOST = 1 << 20;

    private final Vertx vertx = Vertx.vertx();
    private final List<String> seen = new ArrayList<>();
    private final CountDownLatch release = new CountDownLatch(1);
    private HttpServer server;
    private int port;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
        port = server.getAddress().getPort();
    }

    @AfterEach
    void stop() throws Exception {
        release.countDown();
        server.stop(0);
        vertx.close().toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
    }

    private void answer(HttpExchange exchange) throws IOException {
        if (exchange.getRequestURI().getPath().equals("/empty")) {
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
            return;
        }
        String path = exchange.getRequestURI().toString();
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        seen.add(
                exchange.getRequestMethod()
                        + " "
                        + exchange.getRequestHeaders().getFirst("Host")
                        + path
                        + " "
                        + body
                        + " "
                        + exchange.getRequestHeaders().getFirst("Authorization"));
        switch (exchange.getRequestURI().getPath()) {
            case "/redirect" -> redirect(exchange, exchange.getRequestURI().getQuery());
            case "/loop" -> redirect(exchange, "/loop");
            case "/large" -> reply(exchange, 200, new byte[4 * MOST]);
            case "/bomb" -> {
                exchange.getResponseHeaders().add("Content-Encoding", "gzip");
                reply(exchange, 200, gzip(new byte[64 * MOST]));
            }
            case "/gzip" -> {
                exchange.getResponseHeaders().add("Content-Encoding", "gzip");
                reply(exchange, 200, gzip("packed".getBytes(StandardCharsets.UTF_8)));
            }
            case "/slow" -> hold(exchange, 0);
            case "/stalls" -> hold(exchange, 100);
            default -> reply(exchange, 404, "hello".getBytes(StandardCharsets.UTF_8));
        }
    }

    private static void redirect(HttpExchange exchange, String target) throws IOException {
        exchange.getResponseHeaders().add("Location", target);
        reply(exchange, 302, new byte[0]);
    }

    private void hold(HttpExchange exchange, int announced) throws IOException {
        if (announced > 0) {
            exchange.sendResponseHeaders(200, announced);
            exchange.getResponseBody().write(1);
            exchange.getResponseBody().flush();
        }
        try {
            release.await(30, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        exchange.close();
    }

    private static void reply(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.getResponseHeaders().add("X-Two", "a");
        exchange.getResponseHeaders().add("X-Two", "b");
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            exchange.getResponseBody().write(body);
        }
        exchange.close();
    }

    private static byte[] gzip(byte[] plain) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(plain);
        }
        return packed.toByteArray();
    }

    private static OutboundRequest get(String url) {
        return request("GET", url, "", LONG, true);
    }

    private static OutboundRequest request(
            String method, String url, String body, Duration read, boolean verify) {
        return new OutboundRequest(
                method,
                URI.create(url),
                Map.of("Authorization", "Bearer secret"),
                Buffer.buffer(body),
                LONG,
                read,
                verify);
    }

    private OutboundHttp open(String... allow) {
        return new OutboundHttp(vertx, new EgressPolicy(List.of(allow)), 8, LONG);
    }

    private OutboundHttp resolving(HostResolver resolver, String... allow) {
        return new OutboundHttp(vertx, new EgressPolicy(List.of(allow)), 8, LONG, resolver);
    }

    private String url(String path) {
        return "http://127.0.0.1:" + port + path;
    }

    @Test
    void aRequestGoesOutAndItsResponseComesBack() throws Exception {
        try (OutboundHttp http = open("127.0.0.1")) {
            OutboundResponse response =
                    http.send(request("POST", url("/x?a=1"), "bödy", LONG, true), MOST);

            assertThat(response.status()).isEqualTo(404);
            assertThat(response.body().toString()).isEqualTo("hello");
            assertThat(response.headers()).containsEntry("x-two", List.of("a", "b"));
            assertThat(seen)
                    .containsExactly("POST 127.0.0.1:" + port + "/x?a=1 bödy Bearer secret");
        }
    }

    /** A response that is over at once must not be over before anybody reads it. */
    @Test
    void shortResponsesAllComeBackHoweverBusyTheMachineIs() throws Exception {
        try (OutboundHttp http = open("127.0.0.1");
                ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> statuses = new ArrayList<>();
            for (int i = 0; i < 2_000; i++) {
                String method = i % 2 == 0 ? "HEAD" : "GET";
                statuses.add(
                        callers.submit(() ->
                                http.send(request(method, url("/empty"), "", LONG, true), MOST)
                                        .status()));
            }
            for (Future<Integer> status : statuses) {
                assertThat(status.get()).isEqualTo(204);
            }
        }
    }

    @Test
    void loopbackIsDeniedByDefaultUnderEveryName() throws Exception {
        try (OutboundHttp http = open()) {
            for (String host :
                    List.of(
                            "127.0.0.1",
                            "localhost",
                            "127.1",
                            "2130706433",
                            "[::1]",
                            "[::ffff:127.0.0.1]",
                            "0.0.0.0",
                            "[64:ff9b::127.0.0.1]")) {
                assertThatThrownBy(() -> http.send(get("http://" + host + ":" + port + "/"), MOST))
                        .as(host)
                        .isInstanceOfAny(EgressDeniedException.class, OutboundException.class);
            }
            assertThat(seen).isEmpty();
        }
    }

    @Test
    void aNameIsAskedForOnceAndItsFirstAnswerIsTheOneConnectedTo() throws Exception {
        List<String> asked = new ArrayList<>();
        HostResolver rebinding =
                host -> {
                    asked.add(host);
                    return List.of(
                            InetAddress.getByName(asked.size() == 1 ? "127.0.0.1" : "10.9.9.9"));
                };
        try (OutboundHttp http = resolving(rebinding, "127.0.0.1")) {
            assertThat(http.send(get("http://rebind.example:" + port + "/"), MOST).status())
                    .isEqualTo(404);
            assertThat(seen.getFirst()).startsWith("GET rebind.example:" + port + "/");
            assertThat(asked).hasSize(1);

            assertThatThrownBy(() -> http.send(get("http://rebind.example:" + port + "/"), MOST))
                    .isInstanceOf(EgressDeniedException.class);
        }
    }

    @Test
    void eachRedirectIsCheckedAgain() throws Exception {
        try (OutboundHttp http = open("127.0.0.1:" + port)) {
            assertThatThrownBy(() ->
                            http.send(get(url("/redirect?http://169.254.169.254/latest")), MOST))
                    .isInstanceOf(EgressDeniedException.class)
                    .hasMessageContaining("169.254.169.254");
            assertThatThrownBy(() -> http.send(get(url("/redirect?http://localhost:1/")), MOST))
                    .isInstanceOf(EgressDeniedException.class);
            assertThatThrownBy(() -> http.send(get(url("/redirect?file:///etc/passwd")), MOST))
                    .isInstanceOf(OutboundException.class)
                    .hasMessageContaining("Not a URL that can be requested");
            assertThatThrownBy(() -> http.send(get(url("/loop")), MOST))
                    .hasMessageContaining("maximum allowed redirects");
        }
    }

    @Test
    void aRedirectKeepsWhatMayBeKept() throws Exception {
        HostResolver local = host -> List.of(InetAddress.getAllByName("127.0.0.1"));
        try (OutboundHttp http = resolving(local, "127.0.0.1")) {
            http.send(request("POST", url("/redirect?/same"), "body", LONG, true), MOST);
            http.send(get(url("/redirect?http://other.example:" + port + "/far")), MOST);

            assertThat(seen.get(1)).isEqualTo("GET 127.0.0.1:" + port + "/same  Bearer secret");
            assertThat(seen.get(3)).isEqualTo("GET other.example:" + port + "/far  null");
        }
    }

    @Test
    void aResponseThatIsTooLongIsCutOff() throws Exception {
        try (OutboundHttp http = open("127.0.0.1")) {
            assertThatThrownBy(() -> http.send(get(url("/large")), MOST))
                    .isInstanceOfSatisfying(
                            ResponseTooLargeException.class,
                            e -> assertThat(e.size()).isEqualTo(4L * MOST));
            assertThatThrownBy(() -> http.send(get(url("/bomb")), MOST))
                    .isInstanceOfSatisfying(
                            ResponseTooLargeException.class,
                            e -> assertThat(e.size()).isBetween((long) MOST, 8L * MOST));
            assertThat(http.send(get(url("/gzip")), MOST).body().toString()).isEqualTo("packed");
        }
    }

    @Test
    void aServerThatIsSilentIsGivenUp() throws Exception {
        try (OutboundHttp http = open("127.0.0.1")) {
            for (String path : List.of("/slow", "/stalls")) {
                long begin = System.nanoTime();
                assertThatThrownBy(() ->
                                http.send(
                                        request("GET", url(path), "", Duration.ofMillis(300), true),
                                        MOST))
                        .as(path)
                        .isInstanceOf(OutboundException.class)
                        .hasMessageContaining("timed out");
                assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(LONG);
            }
        }
    }

    @Test
    void aWaitThatNobodyNeedsAnyMoreEnds() throws Exception {
        try (OutboundHttp http = open("127.0.0.1")) {
            CountDownLatch ended = new CountDownLatch(1);
            Thread waiting =
                    Thread.startVirtualThread(() -> {
                        try {
                            http.send(get(url("/slow")), MOST);
                        } catch (InterruptedException e) {
                            ended.countDown();
                        } catch (OutboundException e) {
                            throw new IllegalStateException(e);
                        }
                    });
            Awaitility.await().until(() -> !seen.isEmpty());
            waiting.interrupt();

            assertThat(ended.await(10, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void aClosedPortAndAnUnknownNameAreSaid() throws Exception {
        HostResolver none =
                host -> {
                    throw new java.net.UnknownHostException(host);
                };
        try (OutboundHttp http = open("127.0.0.1");
                OutboundHttp blind = resolving(none)) {
            assertThatThrownBy(() -> http.send(get("http://127.0.0.1:1/"), MOST))
                    .isInstanceOf(OutboundException.class)
                    .hasMessageContaining("refused");
            assertThatThrownBy(() -> blind.send(get("http://no.example/"), MOST))
                    .isInstanceOf(OutboundException.class)
                    .hasMessageContaining("Name or service not known");
        }
    }

    @Test
    void aCertificateIsCheckedUnlessTheNodeSaysOtherwise(@TempDir Path folder) throws Exception {
        Path keys = selfSigned(folder.resolve("keys.p12"));
        var tls =
                vertx.createHttpServer(
                                new HttpServerOptions()
                                        .setSsl(true)
                                        .setSni(true)
                                        .setKeyCertOptions(
                                                new PfxOptions()
                                                        .setPath(keys.toString())
                                                        .setPassword("changeit")))
                        .requestHandler(
                                it -> it.response().end(it.connection().indicatedServerName()))
                        .listen(0, "127.0.0.1")
                        .toCompletionStage()
                        .toCompletableFuture()
                        .get(20, TimeUnit.SECONDS);
        HostResolver local = host -> List.of(InetAddress.getAllByName("127.0.0.1"));
        String url = "https://tls.example:" + tls.actualPort() + "/";
        try (OutboundHttp http = resolving(local, "127.0.0.1")) {
            assertThatThrownBy(() -> http.send(get(url), MOST))
                    .isInstanceOf(OutboundException.class);
            assertThat(http.send(request("GET", url, "", LONG, false), MOST).body().toString())
                    .isEqualTo("tls.example");
        }
    }

    private static Path selfSigned(Path file) throws Exception {
        List<String> command =
                List.of(
                        System.getProperty("java.home") + "/bin/keytool",
                        "-genkeypair",
                        "-alias",
                        "a",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=tls.example",
                        "-ext",
                        "SAN=dns:tls.example",
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        "changeit",
                        "-keystore",
                        file.toString());
        Process keytool = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(keytool.waitFor()).as(said).isZero();
        return file;
    }
}
