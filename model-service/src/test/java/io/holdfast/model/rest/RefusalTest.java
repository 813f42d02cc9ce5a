package io.holdfast.model.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.model.route.ProviderId;
import io.holdfast.model.route.Route;
import io.holdfast.model.route.Upstream;
import io.holdfast.testing.model.MockOpenAi;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RefusalTest {

    private final MockOpenAi mock = MockOpenAi.start();
    private final ModelServer server = new ModelServer.Setup().routes(openAiOnly()).start();
    private final Caller caller = new Caller(server.url());

    @AfterEach
    void stop() {
        caller.close();
        server.close();
        mock.close();
    }

    private Route openAiOnly() {
        var upstream = new Upstream("m", "openai", mock.url(), null, null, Map.of(), true);
        return Route.all(ProviderId.of("openai"), upstream);
    }

    @Test
    void withoutAKeyNothingIsServed() {
        var request = caller.builder("/chat/completions", Caller.chat("hi", true)).build();

        var refused = caller.send(request, BodyHandlers.ofString());

        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(refused.body()).contains("invalid_api_key");
        assertThat(mock.calls()).isZero();
    }

    @Test
    void aWrongKeyIsRefused() {
        var request =
                caller.builder("/chat/completions", Caller.chat("hi", true))
                        .header("Authorization", "Bearer " + ModelServer.KEY + "x")
                        .build();

        assertThat(caller.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(401);
    }

    @Test
    void aModelThatNoRouteServesIsRefusedWithTheWayToAddOne() {
        var request =
                caller.builder("/chat/completions", Caller.chat("hi", true))
                        .header("Authorization", "Bearer " + ModelServer.KEY)
                        .header("X-Holdfast-Provider", "langgenius/anthropic/anthropic")
                        .build();

        var refused = caller.send(request, BodyHandlers.ofString());

        assertThat(refused.statusCode()).isEqualTo(404);
        var error = Caller.parse(refused.body()).path("error");
        assertThat(error.path("code").asText()).isEqualTo("model_not_found");
        assertThat(error.path("type").asText()).isEqualTo("ModelNotExistError");
        assertThat(error.path("message").asText())
                .contains("gpt-4o", "langgenius/anthropic/anthropic", "models.yaml");
    }

    @Test
    void anOldBareProviderNameIsUnderstood() {
        var request =
                caller.builder("/chat/completions", Caller.chat("hi", false))
                        .header("Authorization", "Bearer " + ModelServer.KEY)
                        .header("X-Holdfast-Provider", "openai")
                        .build();

        var answer = caller.send(request, BodyHandlers.ofString()).body();

        assertThat(Caller.parse(answer).path("x_holdfast").path("provider").asText())
                .isEqualTo("langgenius/openai/openai");
    }

    @Test
    void aBodyThatIsTooLargeIsRefused() {
        var refused = caller.post("/chat/completions", Caller.chat("x".repeat(70_000), true));

        assertThat(refused.statusCode()).isEqualTo(413);
        assertThat(refused.body()).contains("request_too_large");
        assertThat(mock.calls()).isZero();
    }

    @Test
    void whatIsNoChatRequestIsRefused() {
        assertThat(caller.post("/chat/completions", "not json").statusCode()).isEqualTo(400);
        assertThat(caller.post("/chat/completions", "{\"model\":\"m\"}").statusCode())
                .isEqualTo(400);
        assertThat(caller.post("/embeddings", "{\"model\":\"m\"}").statusCode()).isEqualTo(400);
    }
}
