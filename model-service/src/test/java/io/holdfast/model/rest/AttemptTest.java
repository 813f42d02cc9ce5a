package io.holdfast.model.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.holdfast.testing.model.MockOpenAi;
import io.holdfast.testing.model.MockReply;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AttemptTest {

    private final MockOpenAi mock = MockOpenAi.start();
    private final MockOpenAi other = MockOpenAi.start();
    private ModelServer server = new ModelServer.Setup().routes(Routes.to(mock)).start();
    private Caller caller = new Caller(server.url());

    @AfterEach
    void stop() {
        caller.close();
        server.close();
        mock.close();
        other.close();
    }

    @Test
    void aFailureBeforeTheFirstTokenIsTriedAgainUnnoticed() {
        mock.then(MockReply.error(500, "boom"), new MockReply.Hangup(), MockReply.text("fine"));

        var events = caller.events(Caller.chat("hi", true));

        assertThat(Caller.text(events)).isEqualTo("fine");
        assertThat(mock.calls()).isEqualTo(3);
        assertThat(events.get(events.size() - 2)).contains("\"attempts\":3");
    }

    @Test
    void theBudgetEndsTheTrying() {
        mock.always(MockReply.error(503, "overloaded"));

        var refused = caller.post("/chat/completions", Caller.chat("hi", true));

        assertThat(refused.statusCode()).isEqualTo(503);
        assertThat(error(refused.body())).isEqualTo("InvokeServerUnavailableError");
        assertThat(mock.calls()).isEqualTo(3);
    }

    @Test
    void aTooLongRetryAfterIsHandedToTheCallerInstead() {
        mock.always(MockReply.tooMany(40));

        var refused = caller.post("/chat/completions", Caller.chat("hi", true));

        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.headers().firstValue("Retry-After")).hasValue("40");
        assertThat(error(refused.body())).isEqualTo("InvokeRateLimitError");
        assertThat(mock.calls()).isEqualTo(1);
    }

    @Test
    void aShortRetryAfterIsWaitedFor() {
        mock.then(MockReply.tooMany(1), MockReply.text("fine"));
        var begun = System.nanoTime();

        var answer = caller.json("/chat/completions", Caller.chat("hi", false));

        assertThat(answer.toString()).contains("fine");
        assertThat(Duration.ofNanos(System.nanoTime() - begun))
                .isGreaterThanOrEqualTo(Duration.ofSeconds(1));
    }

    @ParameterizedTest
    @CsvSource({
        "400, 400, InvokeBadRequestError",
        "422, 422, InvokeBadRequestError",
        "401, 401, InvokeAuthorizationError",
        "403, 401, InvokeAuthorizationError",
    })
    void whatIsTheRequestsOrTheKeysFaultIsNotTriedAgain(int upstream, int told, String type) {
        mock.always(MockReply.error(upstream, "no, not with " + Routes.SECRET));

        var refused = caller.post("/chat/completions", Caller.chat("hi", true));

        assertThat(refused.statusCode()).isEqualTo(told);
        assertThat(error(refused.body())).isEqualTo(type);
        assertThat(refused.body()).doesNotContain(Routes.SECRET);
        assertThat(mock.calls()).isEqualTo(1);
    }

    @Test
    void anotherUpstreamTakesOverAtOnce() {
        restart(new ModelServer.Setup().routes(Routes.to(mock, other)));
        mock.always(MockReply.error(401, "bad key"));
        other.then(MockReply.text("from the other"));

        var events = caller.events(Caller.chat("hi", true));

        assertThat(Caller.text(events)).isEqualTo("from the other");
        assertThat(mock.calls()).isEqualTo(1);
        assertThat(other.calls()).isEqualTo(1);
    }

    @Test
    void aDeadUpstreamIsPassedOver() {
        restart(new ModelServer.Setup().routes(Routes.to(mock, other)));
        mock.close();

        assertThat(Caller.text(caller.events(Caller.chat("hi", true)))).isEqualTo("echo: hi");
    }

    @Test
    void theCircuitOpensThenAProbeClosesIt() {
        restart(new ModelServer.Setup().routes(Routes.to(mock)).attempts(1).breakerOpensAfter(2));
        mock.then(MockReply.error(500, "boom"), MockReply.error(500, "boom"));

        caller.post("/chat/completions", Caller.chat("hi", true));
        caller.post("/chat/completions", Caller.chat("hi", true));
        var refused = caller.post("/chat/completions", Caller.chat("hi", true));

        assertThat(mock.calls()).as("the third call was not sent").isEqualTo(2);
        assertThat(refused.statusCode()).isEqualTo(503);
        assertThat(refused.body()).contains("circuit_open");
        assertThat(refused.headers().firstValue("Retry-After")).isPresent();

        server.skip(Duration.ofMinutes(6));
        assertThat(caller.events(Caller.chat("hi", true))).contains("[DONE]");
        assertThat(caller.events(Caller.chat("hi", true))).contains("[DONE]");
        assertThat(mock.calls()).isEqualTo(4);
    }

    @Test
    void oneThatNeverAnswersTimesOutAndIsLetGo() {
        restart(new ModelServer.Setup().routes(Routes.to(mock)).firstToken(Duration.ofMillis(300)));
        mock.always(new MockReply.Never());

        var refused = caller.post("/chat/completions", Caller.chat("hi", true));

        assertThat(refused.statusCode()).isEqualTo(504);
        assertThat(refused.body()).contains("first_token_timeout", "InvokeConnectionError");
        assertThat(mock.calls()).isEqualTo(1);
        await().untilAsserted(() -> assertThat(mock.open()).isZero());
    }

    @Test
    void oneThatFallsSilentEndsTheStreamWithAnError() {
        restart(new ModelServer.Setup().routes(Routes.to(mock)).idle(Duration.ofMillis(300)));
        mock.always(new MockReply.Half(List.of("one "), true));

        var events = caller.events(Caller.chat("hi", true));

        assertThat(Caller.text(events)).isEqualTo("one ");
        assertThat(events.getLast()).contains("idle_timeout");
        await().untilAsserted(() -> assertThat(mock.open()).isZero());
    }

    @Test
    void whatFindsNoRoomNotEvenToWaitIsRefusedAtOnce() throws Exception {
        restart(new ModelServer.Setup().routes(Routes.to(mock)).room(1, 1));
        mock.then(new MockReply.Never());
        var client = java.net.http.HttpClient.newHttpClient();
        var request = caller.request("/chat/completions", Caller.chat("hi", true));
        var first = client.sendAsync(request, BodyHandlers.ofString());
        await().until(() -> mock.open() == 1);
        var second = client.sendAsync(request, BodyHandlers.ofString());

        await().untilAsserted(() -> {
            var third = caller.post("/chat/completions", Caller.chat("x", true));
            assertThat(third.statusCode()).isEqualTo(429);
            assertThat(third.headers().firstValue("Retry-After")).hasValue("1");
        });
        first.cancel(true);
        assertThat(second.get().body()).contains("echo: ");
        client.shutdownNow();
    }

    @Test
    void anErrorInsideAStreamBeforeItsFirstTokenIsAFailureLikeAnyOther() {
        mock.then(
                new MockReply.Chunks(List.of("{\"error\":{\"message\":\"late no\"}}")),
                MockReply.text("fine"));

        assertThat(Caller.text(caller.events(Caller.chat("hi", true)))).isEqualTo("fine");
    }

    @Test
    void theNameAtTheUpstreamIsTheRoutesBusiness() {
        restart(new ModelServer.Setup().routes(Routes.renaming(mock, "gpt-4o", "llama-3")));

        var answer = caller.json("/chat/completions", Caller.chat("hi", false));

        assertThat(mock.requests().getFirst().body().path("model").asText()).isEqualTo("llama-3");
        assertThat(answer.path("x_holdfast").path("model").asText()).isEqualTo("gpt-4o");
    }

    @Test
    void embeddingsAreForwardedToo() {
        var answer =
                caller.json(
                        "/embeddings", "{\"model\":\"text-embedding-3-small\",\"input\":\"a\"}");

        assertThat(answer.path("data").path(0).path("embedding").size()).isEqualTo(64);
        assertThat(answer.path("x_holdfast").path("usage").path("total_tokens").asInt())
                .isEqualTo(1);
        assertThat(mock.requests().getFirst().path()).isEqualTo("/v1/embeddings");
    }

    @Test
    void aStatusThatMakesNoSenseIsTheServersFault() {
        mock.always(new MockReply.Status(302, "", Map.of("Location", "http://elsewhere")));

        var refused = caller.post("/chat/completions", Caller.chat("hi", false));

        assertThat(error(refused.body())).isEqualTo("InvokeServerUnavailableError");
    }

    private void restart(ModelServer.Setup setup) {
        caller.close();
        server.close();
        server = setup.start();
        caller = new Caller(server.url());
    }

    private static String error(String body) {
        return Caller.parse(body).path("error").path("type").asText();
    }
}
