package io.holdfast.gateway.file;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * How a file's content is told to browsers (http-api.md 3.7). What could run there, it saves
 * instead of showing.
 */
final class ContentHeaders {

    private static final String BYTES = "application/octet-stream";
    private static final Set<String> ACTIVE =
            Set.of("text/html", "application/xhtml+xml", "image/svg+xml", "text/xml");
    private static final Set<String> ACTIVE_EXTENSIONS =
            Set.of("html", "htm", "xhtml", "svg", "xml");
    private static final Set<String> SEEKABLE =
            Set.of("audio/mpeg", "audio/wav", "audio/mp4", "audio/ogg", "video/mp4", "video/webm");

    private ContentHeaders() {}

    /**
     * The headers of a content.
     *
     * @param extension without its dot, lower case
     */
    static Map<String, String> of(
            String name, String extension, String mimeType, boolean attachment) {
        Map<String, String> headers = new LinkedHashMap<>();
        String type = clean(mimeType);
        boolean active =
                ACTIVE.contains(type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT))
                        || ACTIVE_EXTENSIONS.contains(extension);
        headers.put("Cache-Control", "public, max-age=3600");
        headers.put("X-Content-Type-Options", "nosniff");
        headers.put("Content-Type", attachment || active ? BYTES : type);
        if (SEEKABLE.contains(type)) {
            headers.put("Accept-Ranges", "bytes");
        }
        if (attachment || active) {
            headers.put(
                    "Content-Disposition",
                    "attachment; filename*=UTF-8''"
                            + URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20"));
        }
        return headers;
    }

    private static String clean(String type) {
        return type.isBlank() || type.chars().anyMatch(c -> c < ' ' || c > '~') ? BYTES : type;
    }
}
