package io.holdfast.model.rest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DemoTest {

    private final ModelServer server = new ModelServer.Setup().start();
    private final Caller caller = new Caller(server.url());

    @AfterEach
    void stop() {
        caller.close();
        server.close();
    }

    @Test
    void withoutAnyRouteTheDemoModelSaysWhatItIsAndRepeatsTheQuestion() {
        var once = caller.events(Caller.chat("What holds fast?", true));
        var again = caller.events(Caller.chat("What holds fast?", true));

        assertThat(Caller.text(once))
                .contains("demo model", "not gpt-4o", "\"What holds fast?\"")
                .isEqualTo(Caller.text(again));
        assertThat(once).hasSizeGreaterThan(20);
        assertThat(once.get(once.size() - 2)).contains("\"servedBy\":\"demo\"");
        assertThat(once.getFirst()).contains("\"model\":\"demo\"");
    }

    @Test
    void itAnswersWithoutStreamingToo() {
        var answer = caller.json("/chat/completions", Caller.chat("hi", false));

        assertThat(answer.path("choices").path(0).path("message").path("content").asText())
                .contains("You asked: \"hi\"");
    }

    @Test
    void itIsNoEmbeddingModel() {
        var refused = caller.post("/embeddings", "{\"model\":\"other\",\"input\":\"a\"}");

        assertThat(refused.statusCode()).isEqualTo(404);
    }
}
