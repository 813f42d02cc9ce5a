package io.holdfast.engine.value;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Files travel as maps with a mark (dsl.md 2.6); this is what the engine knows of them. */
public final class FileValues {

    private static final String MARK_KEY = "dify_model_identity";
    private static final String MARK = "__dify__file__";

    private FileValues() {}

    /**
     * What is known of a file.
     *
     * @param type one of dsl.md 2.5
     * @param method how it is had
     * @param url where it can be read
     * @param relatedId the id of an uploaded or made file; null for a remote one
     * @param extension with its dot; may be empty
     * @param size in bytes; -1 when it is not known
     */
    public record Facts(
            String type,
            String method,
            String url,
            @Nullable String relatedId,
            String filename,
            String extension,
            String mimeType,
            long size) {}

    /** The value of a file (dsl.md 2.6). */
    public static Map<String, @Nullable Object> of(Facts file) {
        Map<String, @Nullable Object> value = new LinkedHashMap<>();
        value.put(MARK_KEY, MARK);
        value.put("id", null);
        value.put("type", file.type());
        value.put("transfer_method", file.method());
        value.put("remote_url", file.url());
        value.put("reference", null);
        value.put("related_id", file.relatedId());
        value.put("filename", file.filename());
        value.put("extension", file.extension());
        value.put("mime_type", file.mimeType());
        value.put("size", file.size());
        value.put("url", file.url());
        return value;
    }

    /** Reads a file's value; what it lacks is empty. */
    public static Facts facts(Map<String, @Nullable Object> file) {
        Object url = file.get("url");
        Object related = file.get("related_id");
        return new Facts(
                text(file.get("type")),
                text(file.get("transfer_method")),
                text(url == null ? file.get("remote_url") : url),
                related == null ? null : related.toString(),
                text(file.get("filename")),
                text(file.get("extension")),
                text(file.get("mime_type")),
                file.get("size") instanceof Number size ? size.longValue() : -1);
    }

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
