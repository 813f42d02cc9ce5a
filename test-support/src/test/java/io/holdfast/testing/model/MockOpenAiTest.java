package io.holdfast.testing.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MockOpenAiTest {

    private final MockOpenAi mock = MockOpenAi.start();
    private final HttpClient client = HttpClient.newHttpClient();

    @AfterEach
    void stop() {
        client.shutdownNow();
        mock.close();
    }

    @Test
    void aStreamComesTokenByTokenWithUsageAndEndsDone() throws Exception {
        mock.then(MockReply.text("one two three"));

        var lines = post("/chat/completions", chat("hello", true)).body().lines().toList();

        assertThat(lines.stream().filter(l -> l.contains("\"content\":\"two \""))).hasSize(1);
        assertThat(lines.stream().filter(l -> l.contains("\"completion_tokens\":3"))).hasSize(1);
        assertThat(lines).contains("data: [DONE]");
    }

    @Test
    void withoutAScriptItRepeatsTheQuestionAndRecordsTheRequest() throws Exception {
        var body = post("/chat/completions", chat("hello", false)).body();

        assertThat(body).contains("\"content\":\"echo: hello\"");
        assertThat(mock.calls()).isEqualTo(1);
        assertThat(mock.requests().getFirst().idempotencyKey()).isEqualTo("key-1");
        assertThat(mock.requests().getFirst().question()).isEqualTo("hello");
    }

    @Test
    void failuresComeInTheOrderOfTheScript() throws Exception {
        mock.then(MockReply.tooMany(2), MockReply.error(500, "broken"));

        var busy = post("/chat/completions", chat("a", true));
        assertThat(busy.statusCode()).isEqualTo(429);
        assertThat(busy.headers().firstValue("Retry-After")).hasValue("2");
        assertThat(post("/chat/completions", chat("a", true)).statusCode()).isEqualTo(500);
        assertThat(post("/chat/completions", chat("a", true)).statusCode()).isEqualTo(200);
    }

    @Test
    void aHalfStreamBreaksTheConnection() {
        mock.then(new MockReply.Half(List.of("one ", "two "), false));

        assertThatThrownBy(() -> post("/chat/completions", chat("a", true)))
                .isInstanceOf(IOException.class);
    }

    @Test
    void oneThatNeverAnswersCountsACallerWhoLeaves() {
        mock.then(new MockReply.Never());

        var waiting = client.sendAsync(request("/chat/completions", chat("a", true)), ofString());
        await().until(() -> mock.open() == 1);
        waiting.cancel(true);

        await().untilAsserted(() -> assertThat(mock.cancelled()).isEqualTo(1));
        assertThat(mock.open()).isZero();
    }

    @Test
    void textsThatShareWordsGetNearerVectors() throws Exception {
        var body = "{\"model\":\"m\",\"input\":[\"red cat\",\"red dog\",\"blue sea\"]}";

        assertThat(post("/embeddings", body).body()).contains("\"index\":2").contains("usage");
    }

    private static HttpResponse.BodyHandler<String> ofString() {
        return BodyHandlers.ofString();
    }

    private HttpResponse<String> post(String path, String body)
            throws IOException, InterruptedException {
        return client.send(request(path, body), ofString());
    }

    private HttpRequest request(String path, String body) {
        return HttpRequest.newBuilder(URI.create(mock.url() + path))
                .timeout(Duration.ofSeconds(20))
                .header("Idempotency-Key", "key-1")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
    }

    private static String chat(String question, boolean stream) {
        return """
        {"model":"gpt","stream":%s,"stream_options":{"include_usage":true},
         "messages":[{"role":"user","content":"%s"}]}\
        """
                .formatted(stream, question);
    }
}
