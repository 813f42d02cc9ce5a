package io.holdfast.scheduler.job;

import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** A job that a thread works on: its newest saved state, and how to save the next. */
final class JobInHand {

    private final Consumer<IndexingJob> store;
    private IndexingJob now;

    /**
     * Takes a job in hand.
     *
     * @param store saves a state or throws, in which case the former one stands
     */
    JobInHand(IndexingJob claimed, Consumer<IndexingJob> store) {
        this.store = store;
        this.now = claimed;
    }

    IndexingJob now() {
        return now;
    }

    void save(UnaryOperator<IndexingJob.Progress> step) {
        IndexingJob next = now.next(step.apply(now.progress()));
        store.accept(next);
        now = next;
    }
}
