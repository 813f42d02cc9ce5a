package io.holdfast.gateway.engine;

import io.vertx.core.buffer.Buffer;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a byte stream of server-sent events into the data of its events. Comments and fields other
 * than {@code data} are dropped. Not for use by several threads.
 */
final class SseDecoder {

    /** Larger than any journaled event. */
    private static final int MAX_LINE = 64 * 1024 * 1024;

    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private final StringBuilder data = new StringBuilder();
    private boolean hasData;

    /** The data of all events that end in this chunk. */
    List<String> feed(Buffer chunk) {
        List<String> events = new ArrayList<>();
        byte[] bytes = chunk.getBytes();
        int start = 0;
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == '\n') {
                keep(bytes, start, i);
                endLine(events);
                start = i + 1;
            }
        }
        keep(bytes, start, bytes.length);
        return events;
    }

    private void keep(byte[] bytes, int from, int to) {
        if (line.size() + to - from > MAX_LINE) {
            throw new IllegalStateException("An event of a run is larger than " + MAX_LINE);
        }
        line.write(bytes, from, to - from);
    }

    private void endLine(List<String> events) {
        String text = line.toString(StandardCharsets.UTF_8);
        line.reset();
        if (text.endsWith("\r")) {
            text = text.substring(0, text.length() - 1);
        }
        if (text.isEmpty()) {
            endEvent(events);
        } else if (text.startsWith("data:")) {
            if (hasData) {
                data.append('\n');
            }
            data.append(text, text.startsWith("data: ") ? 6 : 5, text.length());
            hasData = true;
        }
    }

    private void endEvent(List<String> events) {
        if (hasData) {
            events.add(data.toString());
        }
        data.setLength(0);
        hasData = false;
    }
}
