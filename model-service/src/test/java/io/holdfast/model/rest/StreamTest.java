package io.holdfast.model.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.holdfast.testing.model.MockOpenAi;
import io.holdfast.testing.model.MockReply;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StreamTest {

    private final MockOpenAi mock = MockOpenAi.start();
    private final ModelServer server = new ModelServer.Setup().routes(Routes.to(mock)).start();
    private final Caller caller = new Caller(server.url());

    @AfterEach
    void stop() {
        caller.close();
        server.close();
        mock.close();
    }

    @Test
    void tokensPassWhileTheUpstreamIsStillTalking() {
        var slow = MockReply.text("one two three").paced(Duration.ZERO, Duration.ofMillis(400));
        mock.then(slow);

        try (var lines = caller.open(Caller.chat("count", true)).body()) {
            Iterator<String> each = lines.iterator();
            var seen = each.next();
            while (!seen.contains("one ")) {
                seen = each.next();
            }
            assertThat(mock.open()).as("answers still under way upstream").isEqualTo(1);
        }
    }

    @Test
    void everyStreamEndsWithAUsageChunkAndDone() {
        mock.then(MockReply.text("one two three"));

        var events = caller.events(Caller.chat("count", true));

        assertThat(Caller.text(events)).isEqualTo("one two three");
        assertThat(events.getLast()).isEqualTo("[DONE]");
        var usage = Caller.parse(events.get(events.size() - 2));
        assertThat(usage.path("choices").isEmpty()).isTrue();
        assertThat(usage.path("usage").path("completion_tokens").asInt()).isEqualTo(3);
        var report = usage.path("x_holdfast");
        assertThat(report.path("estimated").asBoolean(true)).isFalse();
        assertThat(report.path("attempts").asInt()).isEqualTo(1);
        assertThat(report.path("usage").path("completion_price").asText()).isEqualTo("0.0000300");
        assertThat(report.path("usage").path("time_to_first_token").isNumber()).isTrue();
        assertThat(events.stream().filter(e -> e.contains("\"usage\":{"))).hasSize(1);
    }

    @Test
    void usageIsEstimatedAndSaysSoWhereTheUpstreamGivesNone() {
        mock.then(MockReply.text("four words and more").withoutUsage());

        var events = caller.events(Caller.chat("count", true));

        var report = Caller.parse(events.get(events.size() - 2)).path("x_holdfast");
        assertThat(report.path("estimated").asBoolean(false)).isTrue();
        assertThat(report.path("usage").path("completion_tokens").asInt()).isEqualTo(5);
    }

    @Test
    void theUpstreamIsAskedForUsageAndGetsUnknownFieldsItsKeyAndTheIdempotencyKey() {
        var body =
                """
                {"model":"gpt-4o","stream":true,"tools":[{"type":"function"}],"top_k":7,
                 "messages":[{"role":"user","content":"hi"}]}\
                """;
        var request =
                caller.builder("/chat/completions", body)
                        .header("Authorization", "Bearer " + ModelServer.KEY)
                        .header("Idempotency-Key", "run-1/node-2")
                        .build();

        caller.send(request, java.net.http.HttpResponse.BodyHandlers.ofString());

        var seen = mock.requests().getFirst();
        assertThat(seen.body().path("stream_options").path("include_usage").asBoolean()).isTrue();
        assertThat(seen.body().path("top_k").asInt()).isEqualTo(7);
        assertThat(seen.body().path("tools").size()).isEqualTo(1);
        assertThat(seen.idempotencyKey()).isEqualTo("run-1/node-2");
        assertThat(seen.header("authorization")).isEqualTo("Bearer " + Routes.SECRET);
        assertThat(seen.header("x-extra")).isEqualTo("yes");
    }

    @Test
    void aCallerWhoLeavesStopsTheUpstreamAndIsRecorded() {
        var endless = MockReply.text("word ".repeat(500));
        mock.then(endless.paced(Duration.ZERO, Duration.ofMillis(50)));

        try (var lines = caller.open(Caller.chat("go on", true)).body()) {
            lines.iterator().next();
        }

        await().untilAsserted(() -> assertThat(mock.cancelled()).isEqualTo(1));
        await().untilAsserted(() ->
                assertThat(server.recorded)
                        .singleElement()
                        .matches(usage -> usage.outcome().equals("cancelled")));
    }

    @Test
    void aStreamThatBreaksInTheMiddleEndsWithAnErrorAndIsNotTriedAgain() {
        mock.then(new MockReply.Half(List.of("one ", "two "), false));

        var events = caller.events(Caller.chat("count", true));

        assertThat(Caller.text(events)).isEqualTo("one two ");
        var error = Caller.parse(events.getLast()).path("error");
        assertThat(error.path("type").asText()).isEqualTo("InvokeConnectionError");
        assertThat(mock.calls()).isEqualTo(1);
        assertThat(server.recorded.getFirst().outcome()).isEqualTo("failed");
    }

    @Test
    void toolCallsPassAsTheyCame() {
        var call =
                "{\"choices\":[{\"index\":0,\"delta\":{\"tool_calls\":[{\"index\":0,\"id\":\"c1\",\"function\":{\"name\":\"f\",\"arguments\":\"{}\"}}]}}]}";
        var stop =
                "{\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"tool_calls\"}],\"usage\":{\"prompt_tokens\":4,\"completion_tokens\":2,\"total_tokens\":6}}";
        mock.then(new MockReply.Chunks(List.of(call, stop)));

        var events = caller.events(Caller.chat("call", true));

        assertThat(events.getFirst()).isEqualTo(call);
        assertThat(events.get(1)).contains("tool_calls").doesNotContain("usage");
        assertThat(Caller.parse(events.get(2)).path("usage").path("total_tokens").asInt())
                .isEqualTo(6);
    }

    @Test
    void anAnswerWithoutStreamingCarriesItsUsageAndReport() {
        mock.then(MockReply.text("one two"));

        var answer = caller.json("/chat/completions", Caller.chat("count", false));

        assertThat(answer.path("choices").path(0).path("message").path("content").asText())
                .isEqualTo("one two");
        assertThat(answer.path("usage").path("completion_tokens").asInt()).isEqualTo(2);
        assertThat(answer.path("x_holdfast").path("usage").path("total_price").asText())
                .matches("0\\.\\d{7}");
        assertThat(answer.path("x_holdfast").path("upstreamModel").asText()).isEqualTo("gpt-4o");
    }

    @Test
    void anUpstreamThatDoesNotStreamIsStillAStreamForTheCaller() {
        mock.then(
                new MockReply.Status(
                        200,
                        "{\"choices\":[{\"index\":0,\"message\":{\"content\":\"all at once\"},\"finish_reason\":\"stop\"}]}",
                        java.util.Map.of()));

        var events = caller.events(Caller.chat("count", true));

        assertThat(Caller.text(events)).isEqualTo("all at once");
        assertThat(events.getLast()).isEqualTo("[DONE]");
    }
}
