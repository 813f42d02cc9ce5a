package io.holdfast.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.gateway.fake.Client;
import io.holdfast.gateway.fake.Stories;
import io.holdfast.gateway.fake.Suite;
import io.holdfast.testing.HoldfastInfra;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Clients choose between HTTP/1.1 and HTTP/2; Java's own asks for the second without TLS too. */
@QuarkusTest
@QuarkusTestResource(Suite.class)
@QuarkusTestResource(
        value = HoldfastInfra.class,
        initArgs = @ResourceArg(name = HoldfastInfra.KAFKA, value = "false"))
class HttpVersionsQuarkusTest {

    private static final String BODY =
            "{\"inputs\":{\"n\":3},\"user\":\"ada\",\"response_mode\":\"%s\"}";

    @TestHTTPResource("/")
    URI gateway;

    @BeforeEach
    void enginesAcceptAll() {
        Suite.WORLD.acceptAll();
        Suite.WORLD.script(Stories.twoWords());
    }

    @ParameterizedTest
    @EnumSource(HttpClient.Version.class)
    void aRunAnswersAndStreams(HttpClient.Version version) throws Exception {
        String key = Client.keyOfNew("workflow", "Over " + version);

        HttpResponse<String> blocking = post(version, key, BODY.formatted("blocking"));
        HttpResponse<String> streaming = post(version, key, BODY.formatted("streaming"));

        assertThat(blocking.statusCode()).isEqualTo(200);
        assertThat(blocking.body()).contains("Grüße, Welt");
        assertThat(streaming.statusCode()).isEqualTo(200);
        assertThat(streaming.body()).contains("workflow_started").contains("workflow_finished");
    }

    @ParameterizedTest
    @EnumSource(HttpClient.Version.class)
    void errorsAreTold(HttpClient.Version version) throws Exception {
        String key = Client.keyOfNew("workflow", "Errors over " + version);

        assertThat(post(version, "app-wrong", "{}").statusCode()).isEqualTo(401);
        assertThat(post(version, key, "{").statusCode()).isEqualTo(400);
        assertThat(post(version, key, "{\"query\":\"" + "x".repeat(16 << 20) + "\"}").statusCode())
                .isEqualTo(413);
    }

    @ParameterizedTest
    @EnumSource(HttpClient.Version.class)
    void aHeadComesWithoutItsBody(HttpClient.Version version) throws Exception {
        String key = Client.keyOfNew("workflow", "Heads over " + version);

        HttpResponse<String> head = head(version, key);

        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        assertThat(head.headers().firstValueAsLong("Content-Length").orElse(0)).isPositive();
        assertThat(head(version, "app-wrong").statusCode()).isEqualTo(401);
    }

    private HttpResponse<String> head(HttpClient.Version version, String key)
            throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newBuilder().version(version).build()) {
            return client.send(
                    HttpRequest.newBuilder(gateway.resolve("/v1/info"))
                            .timeout(Duration.ofSeconds(20))
                            .header("Authorization", "Bearer " + key)
                            .HEAD()
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }

    private HttpResponse<String> post(HttpClient.Version version, String key, String body)
            throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newBuilder().version(version).build()) {
            return client.send(
                    HttpRequest.newBuilder(gateway.resolve("/v1/workflows/run"))
                            .timeout(Duration.ofSeconds(20))
                            .header("Authorization", "Bearer " + key)
                            .header("Content-Type", "application/json")
                            .POST(HttpRequest.BodyPublishers.ofString(body))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }
}
