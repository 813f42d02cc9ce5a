package io.holdfast.engine.dsl.importing;

import io.holdfast.engine.dsl.AppMode;
import io.holdfast.engine.externaldata.ExternalDataException;
import io.holdfast.engine.externaldata.ExternalDataTool;
import io.holdfast.engine.moderation.Moderation;
import io.holdfast.engine.moderation.ModerationException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What stands before an app's graph: a wrong setting refuses the app, a service that the operator
 * has not named is told.
 */
final class GateFeatures {

    private GateFeatures() {}

    static void graph(
            Map<String, @Nullable Object> features,
            AppMode mode,
            Set<String> extensions,
            List<String> warnings) {
        Moderation moderation = moderation(features);
        if (moderation != null && mode == AppMode.WORKFLOW) {
            warnings.add(
                    "Moderation (sensitive_word_avoidance) has no effect in an app of mode"
                            + " workflow, as in Dify.");
        } else if (moderation != null) {
            moderation.extension().ifPresent(id -> tell(id, extensions, warnings));
        }
    }

    static void basic(
            Map<String, @Nullable Object> config, Set<String> extensions, List<String> warnings) {
        Moderation moderation = moderation(config);
        if (moderation != null) {
            moderation.extension().ifPresent(id -> tell(id, extensions, warnings));
        }
        try {
            ExternalDataTool.of(config).stream()
                    .map(ExternalDataTool::extension)
                    .distinct()
                    .forEach(id -> tell(id, extensions, warnings));
        } catch (ExternalDataException e) {
            throw new ImportException(String.valueOf(e.getMessage()));
        }
    }

    private static @Nullable Moderation moderation(Map<String, @Nullable Object> features) {
        try {
            return Moderation.of(features).orElse(null);
        } catch (ModerationException e) {
            throw new ImportException(String.valueOf(e.getMessage()));
        }
    }

    private static void tell(String id, Set<String> extensions, List<String> warnings) {
        if (!extensions.contains(id)) {
            warnings.add(
                    "The extension "
                            + id
                            + " is not set up here: runs of this app fail until tools.yaml names"
                            + " it.");
        }
    }
}
