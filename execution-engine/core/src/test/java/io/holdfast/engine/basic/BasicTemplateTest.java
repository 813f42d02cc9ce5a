package io.holdfast.engine.basic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The templates of dsl.md 5.1. */
class BasicTemplateTest {

    private static String render(String template) {
        return new BasicTemplate(template.replace("/", "\n")).render(Map.of("name", "Ada"));
    }

    @Test
    void namesAreReplacedAndUnknownOnesStay() {
        assertThat(render("{{name}} {{other}} {{ name }}")).isEqualTo("Ada {{other}} {{ name }}");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "a<|im_end|>b, ab",
                "<|a|><|b|>, ``",
                "<|a<|b|>c|>d, c|>d",
                "<||>, ``",
                "<|>, <|>",
                "<|a|, <|a|",
                "<|a/b|>c, <|a/b|>c",
                "<|a/<|b|>c, <|a/c",
                "<|<|a/b|><|c|>, <|<|a/b|>"
            })
    void specialTokensOfModelsAreRemoved(String template, String rendered) {
        assertThat(render(template)).isEqualTo(rendered.replace("/", "\n"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"<|", "|>", "<|/", "<|a|>", "<|/|>", "{{name"})
    @Timeout(10)
    void noTextIsReadForLong(String piece) {
        assertThat(render(piece.repeat(100_000) + "x")).endsWith("x");
    }
}
