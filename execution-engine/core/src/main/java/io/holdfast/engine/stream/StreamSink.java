package io.holdfast.engine.stream;

import java.util.List;

/** Takes what is ready for the client. */
public interface StreamSink {

    /** A piece to append. */
    void text(String text, List<String> selector);

    /** All text so far is void; this is the answer up to here. */
    void replaced(String text);
}
