package io.holdfast.engine.app.catalog;

import io.holdfast.contracts.app.AppDetail;
import io.holdfast.contracts.app.AppView;
import io.holdfast.engine.dsl.AppDefinition;
import io.holdfast.engine.dsl.BasicAppDefinition;
import io.holdfast.engine.dsl.form.StartForm;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the other services see of an app. */
final class AppViews {

    /** The keys of a model configuration that clients may see; a prompt is none of them. */
    private static final List<String> BASIC_FEATURES =
            List.of(
                    "opening_statement",
                    "suggested_questions",
                    "suggested_questions_after_answer",
                    "speech_to_text",
                    "text_to_speech",
                    "retriever_resource",
                    "annotation_reply",
                    "more_like_this",
                    "sensitive_word_avoidance",
                    "file_upload");

    private AppViews() {}

    static AppView of(AppEntity app) {
        return new AppView(
                app.id,
                app.tenantId,
                app.name,
                app.mode,
                app.description,
                app.iconType,
                app.icon,
                app.iconBackground,
                app.useIconAsAnswerIcon,
                List.of(),
                app.author,
                app.currentVersion,
                app.createdAt,
                app.updatedAt);
    }

    static AppDetail detail(AppEntity app, AppDefinition definition, List<String> missingSecrets) {
        return new AppDetail(
                of(app),
                features(definition),
                StartForm.of(definition).controls(),
                Map.of(),
                definition.dslVersion(),
                missingSecrets);
    }

    /** The same with another value of a feature. */
    static AppDetail with(AppDetail detail, String feature, Object value) {
        Map<String, @Nullable Object> features = new LinkedHashMap<>(detail.features());
        features.put(feature, value);
        return new AppDetail(
                detail.app(),
                features,
                detail.userInputForm(),
                detail.toolIcons(),
                detail.dslVersion(),
                detail.missingSecrets());
    }

    private static Map<String, @Nullable Object> features(AppDefinition definition) {
        Map<String, @Nullable Object> all = definition.body().features();
        if (!(definition.body() instanceof BasicAppDefinition)) {
            return all;
        }
        Map<String, @Nullable Object> features = new LinkedHashMap<>();
        for (String name : BASIC_FEATURES) {
            if (all.containsKey(name)) {
                features.put(name, all.get(name));
            }
        }
        return features;
    }
}
