package io.holdfast.model.transport;

import io.holdfast.model.failure.ModelFailure;
import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a byte stream into the data of its server-sent events: comments and other fields are passed
 * over, line ends are LF or CRLF, characters and lines may be split anywhere. A line of data is an
 * event, whether an empty line follows it or not: some servers leave it out (models.md 12.2).
 */
public final class EventLines {

    private static final String DATA = "data:";

    private final int longestLine;
    private Buffer rest = Buffer.buffer();

    /**
     * @param longestLine bytes; a longer line fails the stream
     */
    public EventLines(int longestLine) {
        this.longestLine = longestLine;
    }

    /** The data of the events that this part completes, in order. */
    public List<String> feed(Buffer part) {
        var all = rest.length() == 0 ? part : rest.appendBuffer(part);
        var data = new ArrayList<String>();
        var from = 0;
        for (int at = all.length() - part.length(); at < all.length(); at++) {
            if (all.getByte(at) == '\n') {
                take(all, from, at, data);
                from = at + 1;
            }
        }
        rest = all.getBuffer(from, all.length());
        if (rest.length() > longestLine) {
            throw ModelFailure.unavailable(
                    "answer_too_large", "The model upstream sent a line that is too long.");
        }
        return data;
    }

    /** The data of a last line that no line end closed. */
    public List<String> end() {
        var data = new ArrayList<String>();
        take(rest, 0, rest.length(), data);
        rest = Buffer.buffer();
        return data;
    }

    private static void take(Buffer all, int from, int to, List<String> data) {
        var line = all.getString(from, to, StandardCharsets.UTF_8.name());
        if (line.startsWith(DATA)) {
            data.add(line.substring(DATA.length()).strip());
        }
    }
}
