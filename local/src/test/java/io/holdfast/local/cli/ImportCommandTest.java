package io.holdfast.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.holdfast.local.process.Ports;
import io.holdfast.local.suite.SuiteHome;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against a server that speaks as the console API does. */
class ImportCommandTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String APP = "0198c0de-0000-7000-8000-000000000001";

    private final Terminal terminal = new Terminal();
    private final HttpServer gateway;

    @TempDir Path folder;

    ImportCommandTest() throws IOException {
        gateway = HttpServer.create(new InetSocketAddress(Ports.loopback(), 0), 0);
    }

    @BeforeEach
    void listen() {
        gateway.createContext("/console/api/apps", this::answer);
        gateway.start();
    }

    @AfterEach
    void hangUp() {
        gateway.stop(0);
    }

    @Test
    void anAcceptedFileIsShownWithItsAppAndKey() throws Exception {
        Path file = Files.writeString(folder.resolve("echo.yml"), "kind: app # good\n");
        assertThat(run("t0ken", file.toString())).isZero();
        assertThat(terminal.said())
                .contains("APP ID", "MODE", "NAME", "API KEY")
                .contains(APP, "workflow", "Echo", "app-secret", file.toString());
        assertThat(terminal.complained()).contains("Note: " + file + ": One tool is not here.");
    }

    @Test
    void aRefusedFileIsNamedWithTheReasonAndTheOthersAreStillImported() throws Exception {
        Files.writeString(folder.resolve("a-bad.yaml"), "kind: app # bad\n");
        Files.writeString(folder.resolve("b-good.yml"), "kind: app # good\n");
        Files.writeString(folder.resolve("notes.txt"), "kind: app # bad\n");
        Files.write(folder.resolve("c-binary.yml"), new byte[] {(byte) 0xff, (byte) 0xfe, 0});

        assertThat(run("t0ken", "--json", folder.toString())).isEqualTo(1);

        List<JsonNode> results = new ArrayList<>();
        JSON.readTree(terminal.said()).forEach(results::add);
        assertThat(results).hasSize(3);
        assertThat(results.get(0).path("status").asText()).isEqualTo("failed");
        assertThat(results.get(0).path("error").asText())
                .isEqualTo("The node type loop is not supported yet: n1 (Again)");
        assertThat(results.get(1).path("app_id").asText()).isEqualTo(APP);
        assertThat(results.get(1).path("api_key").asText()).isEqualTo("app-secret");
        assertThat(results.get(2).path("error").asText()).contains("not UTF-8");
    }

    @Test
    void aWrongTokenIsToldInTheGatewaysWords() throws Exception {
        Path file = Files.writeString(folder.resolve("echo.yml"), "kind: app # good\n");
        assertThat(run("guessed", file.toString())).isEqualTo(1);
        assertThat(terminal.complained()).contains("Refused: " + file, "Invalid token");
    }

    @Test
    void aFileThatIsNotThereIsNamed() {
        assertThat(run("t0ken", folder.resolve("nowhere.yml").toString())).isEqualTo(1);
        assertThat(terminal.complained()).contains("There is no file or folder", "nowhere.yml");
    }

    @Test
    void nothingToImportIsAMisuse() {
        assertThat(run("t0ken")).isEqualTo(2);
        assertThat(terminal.complained()).contains("import needs a file");
    }

    @Test
    void aGatewayThatIsNotThereIsNamed() throws Exception {
        Path file = Files.writeString(folder.resolve("echo.yml"), "kind: app # good\n");
        gateway.stop(0);
        assertThat(run("t0ken", file.toString())).isEqualTo(1);
        assertThat(terminal.complained()).contains("Nothing answers at " + url());
    }

    private int run(String token, String... arguments) {
        Workspace workspace =
                new Workspace(
                        folder,
                        new SuiteHome(folder.resolve("home")),
                        Map.of("HOLDFAST_GATEWAY_URL", url(), "HOLDFAST_CONSOLE_TOKEN", token));
        List<String> line = new ArrayList<>(List.of("import"));
        line.addAll(List.of(arguments));
        return CommandLine.in(workspace, terminal.console()).run(line);
    }

    private String url() {
        return "http://127.0.0.1:" + gateway.getAddress().getPort();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (!"Bearer t0ken".equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
                send(exchange, 401, "{\"code\":\"unauthorized\",\"message\":\"Invalid token\"}");
                return;
            }
            String call =
                    exchange.getRequestMethod()
                            + exchange.getRequestURI()
                                    .getPath()
                                    .replaceFirst("/console/api/apps", " ")
                                    .replace(APP, "ID");
            switch (call) {
                case "POST /imports" -> imported(exchange);
                case "POST /ID/api-keys" ->
                        send(
                                exchange,
                                201,
                                "{\"id\":\"k\",\"type\":\"app\",\"token\":\"app-secret\","
                                        + "\"created_at\":1}");
                case "GET /ID" -> send(exchange, 200, "{\"id\":\"" + APP + "\",\"name\":\"Echo\"}");
                default -> send(exchange, 404, "{\"message\":\"no " + call + "\"}");
            }
        }
    }

    private static void imported(HttpExchange exchange) throws IOException {
        JsonNode body = JSON.readTree(exchange.getRequestBody());
        boolean good =
                body.path("mode").asText().equals("yaml-content")
                        && body.path("yaml_content").asText().equals("kind: app # good\n");
        if (good) {
            send(
                    exchange,
                    200,
                    "{\"id\":\"i\",\"status\":\"completed-with-warnings\",\"app_id\":\""
                            + APP
                            + "\",\"app_mode\":\"workflow\",\"error\":\"\","
                            + "\"warnings\":[\"One tool is not here.\"]}");
        } else {
            send(
                    exchange,
                    400,
                    "{\"id\":\"i\",\"status\":\"failed\",\"app_id\":null,\"error\":\"The node type"
                            + " loop is not supported yet: n1 (Again)\"}");
        }
    }

    private static void send(HttpExchange exchange, int status, String json) throws IOException {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }
}
