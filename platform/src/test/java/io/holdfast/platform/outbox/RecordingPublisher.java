package io.holdfast.platform.outbox;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** A broker that keeps what it took; it can be down, and refuse some. */
final class RecordingPublisher implements Publisher {

    final List<OutboxRow> taken = new ArrayList<>();
    boolean down;
    Predicate<OutboxRow> refuses = row -> false;

    @Override
    public void publish(List<OutboxRow> rows) {
        if (down) {
            throw new PublishException(new IllegalStateException("down"));
        }
        rows.stream()
                .filter(refuses)
                .findFirst()
                .ifPresent(row -> {
                    throw new RefusedEventException(row, new IllegalStateException("no"));
                });
        taken.addAll(rows);
    }

    @Override
    public void close() {}
}
