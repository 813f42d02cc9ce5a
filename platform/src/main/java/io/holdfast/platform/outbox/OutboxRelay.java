package io.holdfast.platform.outbox;

import io.holdfast.platform.lease.LeaseKeeper;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Moves events from the outbox to the broker, in their order. Of a service's processes the one that
 * holds the lease does it. Blocks; made for one virtual thread.
 */
final class OutboxRelay {

    private static final Logger LOGGER = Logger.getLogger(OutboxRelay.class);
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(5);

    private final OutboxTable table;
    private final Publisher publisher;
    private final LeaseKeeper lease;
    private final int batch;

    OutboxRelay(OutboxTable table, Publisher publisher, LeaseKeeper lease, int batch) {
        this.table = table;
        this.publisher = publisher;
        this.lease = lease;
        this.batch = batch;
    }

    /** What a turn came to. */
    enum Turn {
        /** There may be more: go on at once. */
        FULL,
        /** All that waited is gone. */
        DRAINED,
        /** Another process relays. */
        NOT_OURS
    }

    /**
     * One turn.
     *
     * @throws PublishException when the broker did not take the events
     */
    Turn turn() {
        if (lease.isDue() && await(lease.take()).isEmpty()) {
            return Turn.NOT_OURS;
        }
        List<OutboxRow> rows = await(table.first(batch));
        if (rows.isEmpty()) {
            return Turn.DRAINED;
        }
        try {
            publisher.publish(rows);
        } catch (RefusedEventException e) {
            LOGGER.errorf(
                    "Event %d for %s is set aside, the broker refuses it: %s",
                    e.row().seq(), e.row().topic(), e.getMessage());
            await(table.refuse(e.row(), String.valueOf(e.getMessage())));
            return Turn.FULL;
        }
        await(table.remove(rows));
        return rows.size() < batch ? Turn.DRAINED : Turn.FULL;
    }

    /** Lets another process relay. */
    void stop() {
        publisher.close();
        await(lease.release());
    }

    private static <T> T await(Uni<T> answer) {
        return answer.await().atMost(ANSWER_WITHIN);
    }
}
