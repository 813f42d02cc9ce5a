package io.holdfast.engine.node.http;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes what a node reads of what a server sent (dsl.md 3.7). Headers are given by lower-case name.
 */
public final class HttpResponses {
    private static final Pattern CHARSET =
            Pattern.compile("charset\\s*=\\s*\"?([^\\s;\"]+)", Pattern.CASE_INSENSITIVE);
    private static final double MEBIBYTE = 1 << 20;
    private static final double KIBIBYTE = 1 << 10;

    private HttpResponses() {}

    /**
     * The answer to a request.
     *
     * @param most most bytes of a text
     * @return a failure when the body is a file, which is not stored here, or a text too long
     */
    public static HttpReply answer(
            int status, Map<String, List<String>> headers, byte[] body, long most) {
        if (ResponseKind.isFile(headers, body)) {
            return file(headers);
        }
        if (body.length > most) {
            return tooLong(body.length, most);
        }
        return new HttpReply.Answered(status, joined(headers), text(headers, body));
    }

    /**
     * The answer to a request whose response was too long to read on.
     *
     * @param beginning the first bytes of the body
     * @param size bytes that the body has, as far as known
     * @param most most bytes of a text
     */
    public static HttpReply tooLong(
            Map<String, List<String>> headers, byte[] beginning, long size, long most) {
        return ResponseKind.isFile(headers, beginning) ? file(headers) : tooLong(size, most);
    }

    private static HttpReply file(Map<String, List<String>> headers) {
        String type = ResponseKind.mediaType(headers);
        return HttpReply.Failed.of(
                "The response is a file"
                        + (type.isEmpty() ? "" : " (" + type + ")")
                        + ": this release does not store files.");
    }

    private static HttpReply tooLong(long size, long most) {
        String limit = String.format(Locale.ROOT, "%.2f MB", most / MEBIBYTE);
        return new HttpReply.Failed(
                "ResponseSizeError",
                "Text size is too large, max size is "
                        + limit
                        + ", but current size is "
                        + readable(size)
                        + ".");
    }

    private static String readable(long size) {
        if (size < KIBIBYTE) {
            return size + " bytes";
        }
        return size < MEBIBYTE
                ? String.format(Locale.ROOT, "%.2f KB", size / KIBIBYTE)
                : String.format(Locale.ROOT, "%.2f MB", size / MEBIBYTE);
    }

    private static Map<String, String> joined(Map<String, List<String>> headers) {
        Map<String, String> joined = new LinkedHashMap<>();
        headers.forEach((name, values) -> joined.put(name, String.join(", ", values)));
        return joined;
    }

    /** What cannot be decoded becomes replacement characters, as authors expect no failure. */
    private static String text(Map<String, List<String>> headers, byte[] body) {
        String type = String.join(";", headers.getOrDefault("content-type", List.of()));
        Matcher matcher = CHARSET.matcher(type);
        return new String(
                body, matcher.find() ? charset(matcher.group(1)) : StandardCharsets.UTF_8);
    }

    private static Charset charset(String name) {
        try {
            return Charset.forName(name);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException _) {
            return StandardCharsets.UTF_8;
        }
    }
}
