package io.holdfast.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.holdfast.gateway.fake.Client;
import io.holdfast.gateway.fake.FakeEngine;
import io.holdfast.gateway.fake.Stories;
import io.holdfast.gateway.fake.Suite;
import io.holdfast.testing.HoldfastInfra;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Engines that go away, callers that go away, and too many of them. */
@QuarkusTest
@QuarkusTestResource(Suite.class)
@QuarkusTestResource(
        value = HoldfastInfra.class,
        initArgs = @ResourceArg(name = HoldfastInfra.KAFKA, value = "false"))
class ResilienceQuarkusTest {

    private static final String START = "POST /internal/v1/runs";

    @TestHTTPResource URL url;

    @BeforeEach
    void enginesAcceptAll() {
        Suite.WORLD.acceptAll();
        Suite.WORLD.script(Stories.twoWords());
        Suite.FIRST.asked().clear();
        Suite.SECOND.asked().clear();
    }

    private static Map<String, Object> body(String mode) {
        return Map.of("inputs", Map.of(), "user", "ada", "response_mode", mode);
    }

    private static Response run(String name, String mode) {
        return Client.post(Client.keyOfNew("workflow", name), "/v1/workflows/run", body(mode));
    }

    private static List<String> asked(String prefix) {
        return Stream.of(Suite.FIRST, Suite.SECOND)
                .map(FakeEngine::asked)
                .flatMap(List::stream)
                .filter(line -> line.startsWith(prefix))
                .toList();
    }

    @Test
    void aConnectionThatBreaksAnywhereIsPickedUpWithNothingDoubledOrLost() {
        String whole = String.join("\n", Client.frames(run("Whole", "streaming")));
        for (int seq = 0; seq < 6; seq++) {
            int broken = seq;
            Suite.WORLD.script(Stories.twoWords(), run -> run.cutAfter(broken));
            Suite.FIRST.asked().clear();
            Suite.SECOND.asked().clear();

            String again = String.join("\n", Client.frames(run("Cut " + seq, "streaming")));

            assertThat(again).as("cut after event %d", seq).isEqualTo(whole);
            assertThat(asked(START)).hasSize(1);
            assertThat(asked("GET /internal/v1/runs/"))
                    .isNotEmpty()
                    .allMatch(line -> line.endsWith("/events?after=" + broken));
        }
    }

    @Test
    void aRunWhoseStartWasNeverAnsweredIsAskedForAgainUnderItsId() {
        Suite.WORLD.script(Stories.twoWords(), run -> run.cutAfter(-1));
        List<String> frames = Client.frames(run("Unanswered", "streaming"));

        assertThat(frames).hasSize(6);
        assertThat(Suite.WORLD.started()).hasSize(2);
        assertThat(Suite.WORLD.started().getFirst().runId())
                .isNotNull()
                .isEqualTo(Suite.WORLD.started().getLast().runId());
    }

    @Test
    void aBlockingCallSurvivesABrokenConnectionToo() {
        Suite.WORLD.script(Stories.twoWords(), run -> run.cutAfter(3));
        run("Blocking cut", "blocking")
                .then()
                .statusCode(200)
                .body("data.status", equalTo("succeeded"));
    }

    @Test
    void anEngineThatTakesNoMoreIsLeftForAnother() {
        Suite.WORLD.refuse(Suite.FIRST, 503, "at_capacity", "Full");
        for (int i = 0; i < 3; i++) {
            run("Elsewhere", "blocking").then().statusCode(200);
        }
    }

    @Test
    void whenNoEngineTakesMoreTheCallerIsToldToComeBack() {
        Suite.WORLD.refuse(Suite.FIRST, 503, "at_capacity", "Full");
        Suite.WORLD.refuse(Suite.SECOND, 503, "at_capacity", "Full");
        run("Full", "streaming")
                .then()
                .statusCode(503)
                .header("Retry-After", notNullValue())
                .body("status", equalTo(503));
        assertThat(Suite.WORLD.started()).hasSize(2);
    }

    @Test
    void aStreamThatWaitsIsKeptAliveByPings() throws IOException {
        Suite.WORLD.script(Stories.twoWords(), run -> run.holdAfter(3));
        String key = Client.keyOfNew("workflow", "Pings");
        List<String> lines = new ArrayList<>();
        try (Reader reader = open(key)) {
            while (lines.stream().filter("event: ping"::equals).count() < 4) {
                lines.add(reader.line());
            }
            Suite.WORLD.current().goOn();
            while (!lines.getLast().contains("workflow_finished")) {
                lines.add(reader.line());
            }
        }
        String text = String.join("\n", lines);
        assertThat(text.indexOf("event: ping")).isLessThan(text.indexOf("workflow_started"));
        assertThat(text).containsSubsequence("text_chunk", "event: ping", "Welt");
    }

    @Test
    void callersThatLeaveGiveTheirPlaceBackAndTooManyAreToldSo() throws IOException {
        Suite.WORLD.script(Stories.twoWords(), run -> run.holdAfter(3));
        String key = Client.keyOfNew("workflow", "Crowd");
        List<Reader> crowd = new ArrayList<>();
        for (int i = 0; i < Suite.MAX_RUNS; i++) {
            Reader reader = open(key);
            crowd.add(reader);
            while (!reader.line().contains("text_chunk")) {
                // until the run is being followed
            }
        }
        Response refused = Client.post(key, "/v1/workflows/run", body("streaming"));
        refused.then().statusCode(503).header("Retry-After", notNullValue());

        for (Reader reader : crowd) {
            reader.close();
        }

        Suite.WORLD.script(Stories.twoWords());
        await().untilAsserted(() ->
                Client.post(key, "/v1/workflows/run", body("blocking")).then().statusCode(200));
    }

    private Reader open(String key) throws IOException {
        String json = "{\"inputs\":{},\"user\":\"ada\",\"response_mode\":\"streaming\"}";
        String request =
                "POST /v1/workflows/run HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer "
                        + key
                        + "\r\nContent-Type: application/json\r\nContent-Length: "
                        + json.length()
                        + "\r\n\r\n"
                        + json;
        Socket socket = new Socket(url.getHost(), url.getPort());
        socket.setSoTimeout(15_000);
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        return new Reader(
                socket,
                new BufferedReader(
                        new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8)));
    }

    /** A caller that reads line by line and may leave at any time. */
    private record Reader(Socket socket, BufferedReader lines) implements AutoCloseable {

        String line() throws IOException {
            String line = lines.readLine();
            if (line == null) {
                throw new IOException("The stream ended");
            }
            return line;
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
