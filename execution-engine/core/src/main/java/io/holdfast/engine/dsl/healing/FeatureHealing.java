package io.holdfast.engine.dsl.healing;

import io.holdfast.engine.dsl.Trees;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Brings the image upload of DSL 0.1.2 and older into the form for all files (dsl.md 1.6). */
public final class FeatureHealing {

    private static final long DEFAULT_LIMIT = 3;

    private FeatureHealing() {}

    /**
     * Heals {@code file_upload} in place; the old form stays beside the new one for clients that
     * read it.
     *
     * @param features features of a graph app or the configuration of a basic one
     */
    public static void heal(Map<String, @Nullable Object> features) {
        Map<String, @Nullable Object> upload = Trees.map(features, "file_upload");
        Map<String, @Nullable Object> image = Trees.map(upload, "image");
        boolean legacy = Boolean.TRUE.equals(image.get("enabled"));
        if (!legacy || Trees.isTruthy(upload.get("allowed_file_types"))) {
            return;
        }
        Object limit = image.get("number_limits");
        upload.put("enabled", true);
        upload.put("number_limits", Trees.isTruthy(limit) ? limit : DEFAULT_LIMIT);
        upload.put("allowed_file_upload_methods", Trees.list(image.get("transfer_methods")));
        upload.put("allowed_file_types", new ArrayList<@Nullable Object>(List.of("image")));
        upload.put("allowed_file_extensions", new ArrayList<@Nullable Object>());
    }
}
