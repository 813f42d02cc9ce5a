package io.holdfast.engine.suggestion;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.engine.dsl.AppDefinition;
import io.holdfast.engine.dsl.AppIcon;
import io.holdfast.engine.dsl.AppMode;
import io.holdfast.engine.dsl.BasicAppDefinition;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rules of dsl.md 5.6. */
class SuggestedQuestionsTest {

    private static AppDefinition chat(Map<String, @Nullable Object> feature) {
        return new AppDefinition(
                AppMode.CHAT,
                "Bot",
                "",
                new AppIcon("emoji", null, null),
                false,
                "0.3.0",
                List.of(),
                new BasicAppDefinition(
                        Map.of(
                                "model",
                                Map.of("provider", "openai", "name", "the-app's", "mode", "chat"),
                                "suggested_questions_after_answer",
                                feature)));
    }

    @Test
    void theAppsOwnModelIsAskedAboutTheLastTurns() {
        SuggestedQuestions feature =
                SuggestedQuestions.of(chat(Map.of("enabled", true))).orElseThrow();

        var request = feature.request(List.of(new SuggestedQuestions.Turn("Why?", "Because.")));

        assertThat(request.model().name()).isEqualTo("the-app's");
        assertThat(request.query().orElseThrow().text())
                .startsWith("User: Why?\nAssistant: Because.\n")
                .contains("JSON array");
        assertThat(request.showing().quiet()).isTrue();
    }

    @Test
    void aFeatureMayHaveAModelAndAPromptOfItsOwn() {
        SuggestedQuestions feature =
                SuggestedQuestions.of(
                                chat(
                                        Map.of(
                                                "enabled",
                                                true,
                                                "prompt",
                                                "p".repeat(1_001),
                                                "model",
                                                Map.of("provider", "x", "name", "small"))))
                        .orElseThrow();

        assertThat(feature.request(List.of()).model().name()).isEqualTo("small");
        assertThat(feature.request(List.of()).query().orElseThrow().text())
                .contains("p".repeat(1_000) + "\n");
    }

    @Test
    void withoutTheFeatureNothingIsAsked() {
        assertThat(SuggestedQuestions.of(chat(Map.of("enabled", false)))).isEmpty();
        assertThat(SuggestedQuestions.isEnabled(chat(Map.of()))).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[\"a\", \"b\"] | a,b",
                "Sure: ```json [\"a\"]``` ok | a",
                "[\"a [x]\", \"b\"] | 'a [x],b'",
                "no array | ''",
                "] and [ | ''",
                "[1, \"a\", null] | a",
                "[broken | ''"
            })
    void theFirstArrayOfAReplyHasTheQuestions(String reply, String questions) {
        assertThat(String.join(",", SuggestedQuestions.read(reply))).isEqualTo(questions);
    }
}
