package io.holdfast.engine.app.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.holdfast.engine.app.sandbox.CodeOutcome.Failed;
import io.holdfast.engine.app.sandbox.CodeOutcome.Returned;
import io.holdfast.engine.app.sandbox.CodeOutcome.TimedOut;
import io.holdfast.engine.app.sandbox.CodeOutcome.Unavailable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against a local server that speaks the protocol and really runs the script it is sent. */
class RemoteCodeSandboxTest {
    private static final JsonMapper MAPPER = new JsonMapper();
    private static final Duration LIMIT = Duration.ofSeconds(20);

    @TempDir private Path folder;
    private HttpServer server;
    private RemoteCodeSandbox sandbox;
    private JsonNode received = MAPPER.nullNode();
    private int status = 200;
    private String body = "";

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/v1/sandbox/run", this::answer);
        server.start();
        SandboxSettings.Remote remote =
                new SandboxSettings.Remote(
                        URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/"), "k");
        sandbox =
                new RemoteCodeSandbox(
                        TestSettings.of(
                                SandboxSettings.Level.AUTO,
                                "",
                                2,
                                Duration.ofSeconds(1),
                                Optional.of(remote)),
                        remote);
    }

    @AfterEach
    void stop() {
        sandbox.close();
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        received = MAPPER.readTree(exchange.getRequestBody());
        boolean known = "k".equals(exchange.getRequestHeaders().getFirst("X-Api-Key"));
        String text = body.isEmpty() ? execute(received) : body;
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(known ? status : 401, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private String execute(JsonNode job) throws IOException {
        boolean python = job.get("language").asText().equals("python3");
        Path script = Files.writeString(folder.resolve("script"), job.get("code").asText());
        Process process =
                new ProcessBuilder(python ? "/usr/bin/python3" : "/usr/bin/node", script.toString())
                        .redirectError(folder.resolve("err").toFile())
                        .start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            process.waitFor(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return MAPPER.writeValueAsString(
                Map.of(
                        "code",
                        0,
                        "message",
                        "success",
                        "data",
                        Map.of("stdout", out, "error", Files.readString(folder.resolve("err")))));
    }

    private CodeOutcome run(CodeLanguage language, String code) {
        return sandbox.run(new CodeTask(language, code, Map.of("a", "ü'\"\\ <<RESULT>>"), LIMIT));
    }

    @Test
    void theScriptThatIsSentRunsAndItsResultIsRead() {
        assertThat(run(CodeLanguage.PYTHON3, "def main(a):\n    print('x')\n    return {'b': a}"))
                .isEqualTo(new Returned(Map.of("b", "ü'\"\\ <<RESULT>>")));
        assertThat(received.get("enable_network").asBoolean()).isTrue();
        assertThat(received.get("preload").asText()).isEmpty();
        assertThat(run(CodeLanguage.JAVASCRIPT, "function main({a}) { return {b: a, c: '1e+2'} }"))
                .isEqualTo(new Returned(Map.of("b", "ü'\"\\ <<RESULT>>", "c", "1e+2")));
        assertThat(received.get("language").asText()).isEqualTo("nodejs");
    }

    @Test
    void anErrorOfTheCodeIsPassedOn() {
        assertThat(run(CodeLanguage.PYTHON3, "def main(a): return 1 / 0"))
                .extracting("error")
                .asString()
                .contains("ZeroDivisionError");
    }

    @Test
    void whatTheServerRefusesIsSaid() {
        body = "{\"code\":-400,\"message\":\"unsupported language\",\"data\":null}";
        assertThat(run(CodeLanguage.PYTHON3, "")).isEqualTo(new Failed("unsupported language"));

        body = "no json";
        assertThat(run(CodeLanguage.PYTHON3, "")).isEqualTo(new Failed("Failed to parse response"));

        body = "{\"code\":0,\"data\":{\"stdout\":\"\",\"error\":\"error: timeout\\n\"}}";
        assertThat(run(CodeLanguage.PYTHON3, "")).isEqualTo(new TimedOut(LIMIT));

        body = "{\"code\":0,\"data\":{\"stdout\":\"nothing\",\"error\":\"\"}}";
        assertThat(run(CodeLanguage.PYTHON3, "")).isEqualTo(new Failed("Failed to parse result"));

        status = 503;
        assertThat(run(CodeLanguage.PYTHON3, ""))
                .isEqualTo(new Unavailable("Code execution service is unavailable"));

        status = 500;
        assertThat(run(CodeLanguage.PYTHON3, ""))
                .extracting("reason")
                .asString()
                .contains("got status code 500");
    }

    @Test
    void aServerThatIsGoneIsSaid() {
        server.stop(0);

        assertThat(run(CodeLanguage.PYTHON3, ""))
                .extracting("reason")
                .asString()
                .startsWith("Failed to execute code, which is likely a network issue");
    }
}
