package io.holdfast.engine.node.http;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Tells responses that are files from those that are text (dsl.md 3.7). */
final class ResponseKind {
    private static final int SAMPLE = 1024;
    private static final List<String> TEXTUAL =
            List.of("json", "xml", "javascript", "x-www-form-urlencoded", "yaml", "graphql");
    private static final List<String> MARKERS =
            List.of("{", "[", "<", "function", "var ", "const ", "let ");
    private static final List<String> BINARY =
            List.of("application/", "image/", "audio/", "video/");

    private ResponseKind() {}

    static boolean isFile(Map<String, List<String>> headers, byte[] beginning) {
        String disposition = first(headers, "content-disposition");
        if (disposition.startsWith("attachment") || disposition.contains("filename")) {
            return true;
        }
        String type = mediaType(headers);
        return BINARY.stream().anyMatch(type::startsWith)
                && !(type.startsWith("application/") && isText(type, beginning));
    }

    /** Without parameters, in lower case, empty when not given. */
    static String mediaType(Map<String, List<String>> headers) {
        return first(headers, "content-type").split(";", 2)[0].strip();
    }

    private static String first(Map<String, List<String>> headers, String name) {
        List<String> values = headers.getOrDefault(name, List.of());
        return values.isEmpty() ? "" : values.getFirst().strip().toLowerCase(Locale.ROOT);
    }

    private static boolean isText(String type, byte[] body) {
        return TEXTUAL.stream().anyMatch(type::contains)
                || decoded(Arrays.copyOf(body, Math.min(body.length, SAMPLE)))
                        .filter(text -> MARKERS.stream().anyMatch(text::contains))
                        .isPresent();
    }

    /** A character that the sample cuts in two is no fault. */
    private static Optional<String> decoded(byte[] sample) {
        CharBuffer text = CharBuffer.allocate(sample.length);
        boolean malformed =
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .decode(ByteBuffer.wrap(sample), text, false)
                        .isError();
        return malformed ? Optional.empty() : Optional.of(text.flip().toString());
    }
}
