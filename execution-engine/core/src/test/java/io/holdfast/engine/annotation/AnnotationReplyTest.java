package io.holdfast.engine.annotation;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.engine.dsl.AppDefinition;
import io.holdfast.engine.dsl.AppIcon;
import io.holdfast.engine.dsl.AppMode;
import io.holdfast.engine.dsl.BasicAppDefinition;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The feature as files have it (dsl.md 5.1). */
class AnnotationReplyTest {

    private static AnnotationReply of(Map<String, Object> features) {
        return AnnotationReply.of(
                new AppDefinition(
                        AppMode.CHAT,
                        "Bot",
                        "",
                        new AppIcon("emoji", null, null),
                        false,
                        "0.3.0",
                        List.of(),
                        new BasicAppDefinition(features)));
    }

    @Test
    void aFileSaysHowNearAQueryMustBeAndWhichModelMeasuresIt() {
        Map<String, Object> feature =
                Map.of(
                        "enabled",
                        true,
                        "score_threshold",
                        0.92,
                        "embedding_model",
                        Map.of(
                                "embedding_provider_name",
                                "langgenius/openai/openai",
                                "embedding_model_name",
                                "text-embedding-3-small"));

        assertThat(of(Map.of("annotation_reply", feature)))
                .isEqualTo(
                        new AnnotationReply(
                                true, 0.92, "langgenius/openai/openai", "text-embedding-3-small"));
    }

    @Test
    void aFileThatSaysLittleAsksForTheQuestionItselfByTheDefaultModel() {
        assertThat(of(Map.of("annotation_reply", Map.of("enabled", true))))
                .isEqualTo(new AnnotationReply(true, 1, "", ""));
    }

    @Test
    void theFeatureIsOffWithoutAWord() {
        assertThat(of(Map.of()).enabled()).isFalse();
        assertThat(of(Map.of("annotation_reply", Map.of("enabled", false))).enabled()).isFalse();
    }
}
