package io.holdfast.engine.file;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;

/** What names say of files. */
public final class FileNames {

    private static final int LONGEST_EXTENSION = 10;

    /** For files whose name has no extension; what else there is keeps none. */
    private static final Map<String, String> USUAL =
            Map.ofEntries(
                    Map.entry("image/png", ".png"),
                    Map.entry("image/jpeg", ".jpg"),
                    Map.entry("image/webp", ".webp"),
                    Map.entry("image/gif", ".gif"),
                    Map.entry("image/svg+xml", ".svg"),
                    Map.entry("application/pdf", ".pdf"),
                    Map.entry("text/plain", ".txt"),
                    Map.entry("text/html", ".html"),
                    Map.entry("text/csv", ".csv"),
                    Map.entry("text/markdown", ".md"),
                    Map.entry("application/json", ".json"),
                    Map.entry("audio/mpeg", ".mp3"),
                    Map.entry("audio/wav", ".wav"),
                    Map.entry("video/mp4", ".mp4"));

    private FileNames() {}

    /** The last part of a URL's path; empty when it has none. */
    public static String ofUrl(String url) {
        String path = url.split("[?#]", 2)[0];
        int scheme = path.indexOf("://");
        int slash = path.lastIndexOf('/');
        if (slash < 0 || (scheme >= 0 && slash < scheme + 3)) {
            return "";
        }
        String last = path.substring(slash + 1);
        try {
            return URLDecoder.decode(last.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException _) {
            return last;
        }
    }

    /** With its dot, lower case; by the MIME type when the name has none; else empty. */
    public static String extension(String name, String mimeType) {
        int dot = name.lastIndexOf('.');
        int length = name.length() - dot - 1;
        if (dot >= 0 && length > 0 && length <= LONGEST_EXTENSION) {
            return name.substring(dot).toLowerCase(Locale.ROOT);
        }
        return USUAL.getOrDefault(mimeType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT), "");
    }
}
