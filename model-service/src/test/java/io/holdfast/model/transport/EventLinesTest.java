package io.holdfast.model.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.holdfast.model.failure.ModelFailure;
import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class EventLinesTest {

    private static final String STREAM =
            ": keep-alive\n\nevent: x\ndata: {\"a\":\"ü 漢字 🦀\"}\n\ndata:two\r\n\r\nid: 7\ndata: three\ndata: four\n\ndata: [DONE]";
    private static final List<String> EVENTS =
            List.of("{\"a\":\"ü 漢字 🦀\"}", "two", "three", "four", "[DONE]");

    @Test
    void anyCutGivesTheSameEvents() {
        var seed = 42L;
        var random = new SplittableRandom(seed);
        for (int round = 0; round < 500; round++) {
            assertThat(cutAtRandom(random)).as("seed %d, round %d", seed, round).isEqualTo(EVENTS);
        }
    }

    @Test
    void aLineThatIsTooLongFailsTheStream() {
        var lines = new EventLines(10);

        assertThatThrownBy(() -> lines.feed(Buffer.buffer("data: much too long")))
                .isInstanceOf(ModelFailure.class);
    }

    private static List<String> cutAtRandom(SplittableRandom random) {
        var bytes = STREAM.getBytes(StandardCharsets.UTF_8);
        var lines = new EventLines(1000);
        var events = new ArrayList<String>();
        var at = 0;
        while (at < bytes.length) {
            var to = Math.min(bytes.length, at + 1 + random.nextInt(12));
            events.addAll(lines.feed(Buffer.buffer(java.util.Arrays.copyOfRange(bytes, at, to))));
            at = to;
        }
        events.addAll(lines.end());
        return events;
    }
}
