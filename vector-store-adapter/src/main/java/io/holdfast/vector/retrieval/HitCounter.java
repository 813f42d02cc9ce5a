package io.holdfast.vector.retrieval;

import io.holdfast.contracts.knowledge.RetrievedPassage;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jboss.logging.Logger;

/** Counts answers behind the answer's back; a count that is lost costs nothing. */
@Singleton
class HitCounter {

    private static final Logger LOG = Logger.getLogger(HitCounter.class);

    private final ExecutorService thread =
            Executors.newSingleThreadExecutor(Thread.ofVirtual().name("hit-counter").factory());
    private final Passages passages;

    HitCounter(Passages passages) {
        this.passages = passages;
    }

    void count(List<RetrievedPassage> found) {
        if (!found.isEmpty()) {
            List<UUID> segments = found.stream().map(RetrievedPassage::segmentId).toList();
            thread.execute(() -> count(segments, passages));
        }
    }

    private static void count(List<UUID> segments, Passages passages) {
        try {
            passages.countHits(segments);
        } catch (RuntimeException e) {
            // The thread's edge.
            LOG.debugf(e, "%d hits were not counted", segments.size());
        }
    }

    @PreDestroy
    void close() {
        thread.shutdown();
    }
}
