package io.holdfast.model.transport;

import java.time.Duration;

/**
 * How long one attempt may take.
 *
 * @param connect to the connection
 * @param firstToken from the request to the first token, or to a whole answer
 * @param idle between two pieces, while the caller is ready to take one
 * @param total from the request to the end of the answer
 */
public record Deadlines(Duration connect, Duration firstToken, Duration idle, Duration total) {

    /** The same with another patience for the first token. */
    public Deadlines firstToken(Duration other) {
        return new Deadlines(connect, other, idle, total);
    }

    /** The same with less time in all. */
    public Deadlines total(Duration other) {
        return new Deadlines(connect, firstToken, idle, other);
    }
}
