package io.holdfast.engine.node.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.holdfast.engine.value.JsonText;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** JSON as templates tend to produce it (dsl.md 3.7). */
class LenientJsonTest {
    private static final int ROUNDS = 20_000;
    private static final String PIECES = "{}[]:,\"'\\ \n1a\tu0";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"a\": 1,}|{\"a\": 1}",
                "{'a': 'b'}|{\"a\": \"b\"}",
                "{\"a\": \"say \"hi\" now\"}|{\"a\": \"say \\\"hi\\\" now\"}",
                "{\"a\": True, \"b\": None}|{\"a\": true, \"b\": null}",
                "{\"a\": 1 \"b\": 2}|{\"a\": 1, \"b\": 2}",
                "{\"a\": [1, 2|{\"a\": [1, 2]}",
                "{a: word}|{\"a\": \"word\"}",
                "{\"a\": }|{\"a\": null}",
                "[1, 2, ]|[1, 2]",
                "7|7",
            })
    void whatCanBeMeantIsRead(String text, String json) {
        assertThat(JsonText.compact(LenientJson.read(text))).isEqualTo(json);
    }

    @Test
    void controlCharactersInTextsAreTaken() {
        assertThat(JsonText.compact(LenientJson.read("{\"a\": \"1\n\t2\"}")))
                .isEqualTo("{\"a\": \"1\\n\\t2\"}");
    }

    @Test
    void whatIsNoJsonAtAllIsRefused() {
        assertThatThrownBy(() -> LenientJson.read("hello"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> LenientJson.read("[".repeat(10_000)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anyTextIsReadOrRefusedAndNeverLoops() {
        long seed = 20_261_123L;
        Random random = new Random(seed);
        for (int round = 0; round < ROUNDS; round++) {
            StringBuilder text = new StringBuilder("{");
            for (int i = random.nextInt(12); i >= 0; i--) {
                text.append(PIECES.charAt(random.nextInt(PIECES.length())));
            }
            try {
                assertThat(LenientJson.read(text.toString())).isNotNull();
            } catch (IllegalArgumentException e) {
                assertThat(e).as("seed %d, text %s", seed, text).hasMessageNotContaining("null");
            }
        }
    }
}
