package io.holdfast.gateway.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SseDecoderTest {

    private static final String STREAM =
            ": hello\n\nid: 1\ndata: {\"a\":\"Grüße 👋\"}\n\nevent: x\r\ndata:two\r\ndata: lines\r\n\r\nid: 9\n\ndata: cut";

    @Test
    void cutsMayBeAnywhereEvenInsideACharacter() {
        byte[] bytes = STREAM.getBytes(StandardCharsets.UTF_8);
        for (int first = 0; first < bytes.length; first++) {
            for (int second = first; second < bytes.length; second += 7) {
                var decoder = new SseDecoder();
                List<String> events = new ArrayList<>();
                Buffer all = Buffer.buffer(bytes);
                events.addAll(decoder.feed(all.getBuffer(0, first)));
                events.addAll(decoder.feed(all.getBuffer(first, second)));
                events.addAll(decoder.feed(all.getBuffer(second, bytes.length)));
                assertThat(events)
                        .as("cut at %d and %d", first, second)
                        .containsExactly("{\"a\":\"Grüße 👋\"}", "two\nlines");
            }
        }
    }
}
