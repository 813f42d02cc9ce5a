package io.holdfast.engine.node.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of responses (dsl.md 3.7). */
class HttpResponsesTest {
    private static final long MOST = 1 << 20;

    @ParameterizedTest
    @CsvSource({
        "application/json; charset=utf-8, x, false",
        "application/vnd.api+json, x, false",
        "text/html, x, false",
        "text/csv, x, false",
        "application/octet-stream, '{}', false",
        "application/octet-stream, plain, true",
        "application/pdf, %PDF, true",
        "image/png, x, true",
        "IMAGE/SVG+XML, <svg/>, true",
        "audio/mpeg, x, true",
        "'', x, false",
    })
    void theTypeTellsFilesFromText(String type, String body, boolean file) {
        HttpReply reply =
                HttpResponses.answer(200, Map.of("content-type", List.of(type)), utf8(body), MOST);

        assertThat(reply instanceof HttpReply.Failed).isEqualTo(file);
    }

    @Test
    void anAttachmentIsAFileWhateverItsType() {
        for (String disposition : List.of("attachment", "inline; filename=\"a.txt\"")) {
            HttpReply reply =
                    HttpResponses.answer(
                            200,
                            Map.of(
                                    "content-type",
                                    List.of("text/plain"),
                                    "content-disposition",
                                    List.of(disposition)),
                            utf8("x"),
                            MOST);

            assertThat(reply)
                    .isEqualTo(
                            HttpReply.Failed.of(
                                    "The response is a file (text/plain): this release does not"
                                            + " store files."));
        }
    }

    @Test
    void bytesThatAreNoTextAreAFileButACharacterCutInTwoIsNoFault() {
        var headers = Map.of("content-type", List.of("application/x-thing"));
        String long1024 = "{" + "a".repeat(1022) + "é";

        assertThat(HttpResponses.answer(200, headers, new byte[] {'{', (byte) 0xFF}, MOST))
                .isInstanceOf(HttpReply.Failed.class);
        assertThat(HttpResponses.answer(200, headers, utf8(long1024), MOST))
                .isInstanceOf(HttpReply.Answered.class);
    }

    @Test
    void aTextIsReadInItsCharset() {
        byte[] body = "é".getBytes(StandardCharsets.ISO_8859_1);

        assertThat(text("text/plain; charset=ISO-8859-1", body)).isEqualTo("é");
        assertThat(text("text/plain; charset=\"gbk\"", "中".getBytes(Charset.forName("GBK"))))
                .isEqualTo("中");
        assertThat(text("text/plain; charset=nonsense", utf8("é"))).isEqualTo("é");
        assertThat(text("text/plain", body)).isEqualTo("\uFFFD");
    }

    private static String text(String type, byte[] body) {
        HttpReply reply =
                HttpResponses.answer(200, Map.of("content-type", List.of(type)), body, MOST);
        return ((HttpReply.Answered) reply).body();
    }

    @Test
    void repeatedHeadersAreJoined() {
        HttpReply reply = HttpResponses.answer(201, Map.of("x", List.of("a", "b")), utf8(""), MOST);

        assertThat(reply).isEqualTo(new HttpReply.Answered(201, Map.of("x", "a, b"), ""));
    }

    @Test
    void tooLongATextIsSaid() {
        String message =
                "Text size is too large, max size is 1.00 MB, but current size is 1.50 MB.";

        assertThat(HttpResponses.answer(200, Map.of(), new byte[3 << 19], MOST))
                .isEqualTo(new HttpReply.Failed("ResponseSizeError", message));
        assertThat(HttpResponses.tooLong(Map.of(), utf8("x"), 3 << 19, MOST))
                .isEqualTo(new HttpReply.Failed("ResponseSizeError", message));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
