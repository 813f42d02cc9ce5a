package io.holdfast.engine.file;

import io.holdfast.contracts.file.FileType;
import io.holdfast.engine.dsl.Trees;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which files an app, or one field of its form, takes (dsl.md 1.6 and 2.10).
 *
 * @param types empty for all
 * @param extensions with their dot, lower case; count for type {@code custom}
 * @param methods ways of transfer; empty for all
 * @param limit most files; 0 for no limit
 */
public record FilePolicy(
        boolean enabled,
        Set<String> types,
        Set<String> extensions,
        Set<String> methods,
        int limit) {

    private static final int USUAL_LIMIT = 3;

    /** What an app takes beside its form: its feature {@code file_upload}. */
    public static FilePolicy ofFeature(Map<String, @Nullable Object> features) {
        Map<String, @Nullable Object> upload = Trees.map(features, "file_upload");
        int limit = Trees.integer(upload, "number_limits");
        return new FilePolicy(
                Boolean.TRUE.equals(upload.get("enabled")),
                texts(upload, "allowed_file_types"),
                lower(texts(upload, "allowed_file_extensions")),
                texts(upload, "allowed_file_upload_methods"),
                limit > 0 ? limit : USUAL_LIMIT);
    }

    /** What a field of a form takes; how many is the form's own rule. */
    static FilePolicy ofField(Map<String, @Nullable Object> settings) {
        return new FilePolicy(
                true,
                texts(settings, "allowed_file_types"),
                lower(texts(settings, "allowed_file_extensions")),
                texts(settings, "allowed_file_upload_methods"),
                0);
    }

    boolean admits(FileType type, String extension, String method) {
        if (!methods.isEmpty() && !methods.contains(method)) {
            return false;
        }
        if (types.isEmpty()) {
            return true;
        }
        boolean custom = types.contains(FileType.CUSTOM.wireName());
        if (types.contains(type.wireName()) && type != FileType.CUSTOM) {
            return true;
        }
        return custom
                && (extensions.isEmpty()
                        || extensions.contains(extension.toLowerCase(Locale.ROOT)));
    }

    private static Set<String> texts(Map<String, @Nullable Object> map, String key) {
        Set<String> texts = new HashSet<>();
        Trees.list(map.get(key)).forEach(item -> texts.add(String.valueOf(item)));
        return texts;
    }

    private static Set<String> lower(Set<String> extensions) {
        Set<String> lower = new HashSet<>();
        for (String extension : List.copyOf(extensions)) {
            String dotted = extension.startsWith(".") ? extension : "." + extension;
            lower.add(dotted.toLowerCase(Locale.ROOT));
        }
        return lower;
    }
}
