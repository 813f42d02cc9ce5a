package io.holdfast.engine.naming;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names of conversations (dsl.md 5.6). */
class ConversationTitleTest {

    @Test
    void aConversationBeginsWithTheBeginningOfItsQuery() {
        assertThat(ConversationTitle.provisional("x".repeat(20))).isEqualTo("x".repeat(20));
        assertThat(ConversationTitle.provisional("x".repeat(21))).isEqualTo("x".repeat(20) + "…");
        assertThat(ConversationTitle.provisional("😀".repeat(21))).isEqualTo("😀".repeat(20) + "…");
    }

    @Test
    void withoutATitleItHasMoreOfItsQuery() {
        assertThat(ConversationTitle.fallback("x".repeat(50))).isEqualTo("x".repeat(50));
        assertThat(ConversationTitle.fallback("x".repeat(51))).isEqualTo("x".repeat(47) + "...");
        assertThat(ConversationTitle.fallback("😀".repeat(51))).isEqualTo("😀".repeat(47) + "...");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"Your Output\": \"Ships at sea\"}",
                "Sure!\n```json\n{\"Language Type\": \"English\", \"Your Output\": \" Ships at sea \"}\n```"
            })
    void aTitleIsFoundInWhatTheModelSays(String reply) {
        assertThat(ConversationTitle.read(reply)).contains("Ships at sea");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Ships at sea",
                "{\"Your Output\": 5}",
                "{\"Your Output\": \" \"}",
                "{broken}",
                "}{"
            })
    void nonsenseIsNoTitle(String reply) {
        assertThat(ConversationTitle.read(reply)).isEmpty();
    }

    @Test
    void aTitleHas75CharactersAtMost() {
        assertThat(ConversationTitle.read(titled(75))).contains("t".repeat(75));
        assertThat(ConversationTitle.read(titled(76))).contains("t".repeat(72) + "...");
    }

    private static String titled(int length) {
        return "{\"Your Output\": \"" + "t".repeat(length) + "\"}";
    }
}
