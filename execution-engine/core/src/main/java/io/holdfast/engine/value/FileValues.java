package io.holdfast.engine.value;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Files travel as maps with a mark (dsl.md 2.6); this is what the engine knows of them. */
public final class FileValues {

    private static final String MARK_KEY = "dify_model_identity";
    private static final String MARK = "__dify__file__";

    private FileValues() {}

    public static boolean isFile(@Nullable Object value) {
        return value instanceof Map<?, ?> map && MARK.equals(map.get(MARK_KEY));
    }

    /**
     * An attribute by which authors look into a file; empty when files have no such attribute
     * (dsl.md 2.2).
     */
    static Optional<Lookup> attribute(Map<String, @Nullable Object> file, String attribute) {
        return switch (attribute) {
            case "name" -> Optional.of(new Lookup.Found(file.get("filename")));
            case "url" ->
                    Optional.of(
                            new Lookup.Found(
                                    file.containsKey("url")
                                            ? file.get("url")
                                            : file.get("remote_url")));
            case "type", "size", "mime_type", "transfer_method", "extension", "related_id" ->
                    Optional.of(new Lookup.Found(file.get(attribute)));
            default -> Optional.empty();
        };
    }

    /** The link by which a file is shown in an answer (dsl.md 2.4). */
    static String markdown(Map<String, @Nullable Object> file) {
        String url = text(file.get("url"));
        if (url.isEmpty()) {
            url = text(file.get("remote_url"));
        }
        String name = text(file.get("filename"));
        if ("image".equals(file.get("type"))) {
            return "![" + name + "](" + url + ")";
        }
        return "[" + (name.isEmpty() ? url : name) + "](" + url + ")";
    }

    /** The files at the top of each output or in a list there, no deeper (dsl.md 2.6). */
    public static List<Map<String, @Nullable Object>> collect(
            Map<String, @Nullable Object> outputs) {
        List<Map<String, @Nullable Object>> files = new ArrayList<>();
        for (Object output : outputs.values()) {
            if (output instanceof List<?> list) {
                list.forEach(item -> addFile(files, item));
            } else {
                addFile(files, output);
            }
        }
        return files;
    }

    private static void addFile(
            List<Map<String, @Nullable Object>> files, @Nullable Object candidate) {
        if (candidate != null && isFile(candidate)) {
            files.add(Values.asMap(candidate));
        }
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}
