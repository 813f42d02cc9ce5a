package io.holdfast.engine.stream;

import java.util.List;

/** Takes what is ready for the client. */
public interface StreamSink {

    /** A piece to append. */
    void text(String text, List<String> selector);

    /** What came from there so far stays; only what follows can be void. */
    void settle(List<String> selector);

    /** What came from there last, since it was settled, is void; it will come again. */
    void retract(List<String> selector);
}
