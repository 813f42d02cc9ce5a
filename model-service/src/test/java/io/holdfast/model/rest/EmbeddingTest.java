package io.holdfast.model.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Base64;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EmbeddingTest {

    private final ModelServer server = new ModelServer.Setup().start();
    private final Caller caller = new Caller(server.url());
    private JsonNode answer = com.fasterxml.jackson.databind.node.MissingNode.getInstance();

    @BeforeAll
    void embed() {
        answer =
                caller.json(
                        "/embeddings",
                        """
                        {"input":["a cat sleeps on the sofa","a kitten naps on the couch",
                                  "the car needs new tyres"]}\
                        """);
    }

    @AfterAll
    void stop() {
        caller.close();
        server.close();
    }

    @Test
    void aKittenIsNearerToACatThanACarIs() {
        var near = cosine(vector(0), vector(1));
        var far = cosine(vector(0), vector(2));

        assertThat(near).isGreaterThan(0.5);
        assertThat(far).isLessThan(0.3);
    }

    @Test
    void vectorsHaveLengthOneAnd384Dimensions() {
        assertThat(vector(0)).hasSize(384);
        assertThat(cosine(vector(0), vector(0))).isBetween(0.999, 1.001);
    }

    @Test
    void theAnswerNamesTheModelAndCountsTokens() {
        assertThat(answer.path("model").asText()).isEqualTo("all-MiniLM-L6-v2");
        assertThat(answer.path("usage").path("prompt_tokens").asInt()).isBetween(15, 30);
        assertThat(answer.path("x_holdfast").path("estimated").asBoolean(true)).isFalse();
    }

    @Test
    void base64HoldsTheSameNumbers() {
        var packed =
                caller.json(
                        "/embeddings",
                        """
                        {"input":"a cat sleeps on the sofa","encoding_format":"base64"}\
                        """);
        var bytes =
                Base64.getDecoder().decode(packed.path("data").path(0).path("embedding").asText());
        var floats = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer();

        assertThat(floats.remaining()).isEqualTo(384);
        assertThat((double) floats.get(7))
                .isCloseTo(vector(0)[7], org.assertj.core.data.Offset.offset(1e-5));
    }

    @Test
    void tooManyTextsAtOnceAreRefused() {
        var refused =
                caller.post(
                        "/embeddings",
                        "{\"input\":[\"a\",\"b\",\"c\",\"d\",\"e\",\"f\",\"g\",\"h\",\"i\"]}");

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("batch_too_large");
    }

    @Test
    void emptyTextsAndLongOnesAreTaken() {
        var longText = "word ".repeat(2000);
        var both = caller.json("/embeddings", "{\"input\":[\"\",\"" + longText + "\"]}");

        assertThat(both.path("data").size()).isEqualTo(2);
    }

    private double[] vector(int index) {
        var numbers = answer.path("data").path(index).path("embedding");
        var vector = new double[numbers.size()];
        for (int i = 0; i < vector.length; i++) {
            vector[i] = numbers.get(i).asDouble();
        }
        return vector;
    }

    private static double cosine(double[] a, double[] b) {
        double dot = 0;
        for (int i = 0; i < a.length; i++) {
            dot += a[i] * b[i];
        }
        return dot;
    }
}
