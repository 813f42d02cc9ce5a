package io.holdfast.platform.outbox;

import java.util.List;

/** Hands events to the broker. Blocks; used by one thread. */
interface Publisher extends AutoCloseable {

    /**
     * Publishes all or none, in their order.
     *
     * @throws PublishException when the broker did not take them; they can be tried again
     * @throws RefusedEventException when it will never take one of them
     */
    void publish(List<OutboxRow> rows);

    @Override
    void close();
}
