package io.holdfast.engine.app.annotation;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The annotated questions of one app, in memory. There are thousands at most, so that a query is
 * compared with each.
 */
final class AnnotationIndex {

    /** The sum of a thousand products of floats is not more exact. */
    private static final double TOLERANCE = 1e-6;

    private static final int ENTRY_BYTES = 64;

    private final List<Entry> entries;

    /**
     * Makes an index.
     *
     * @param entries of two that are as near to a query, the first counts
     */
    AnnotationIndex(List<Entry> entries) {
        this.entries = List.copyOf(entries);
    }

    /** The vector of an annotation's question. */
    record Entry(UUID annotationId, UnitVector vector) {}

    /** The annotation that is nearest to a query, and how near: a cosine. */
    record Nearest(UUID annotationId, double score) {}

    boolean isEmpty() {
        return entries.isEmpty();
    }

    /** The nearest annotation, if it is as near as that. */
    Optional<Nearest> nearest(UnitVector query, double threshold) {
        Optional<Nearest> nearest = Optional.empty();
        double best = threshold - TOLERANCE;
        for (Entry entry : entries) {
            double score = entry.vector().cosine(query);
            if (nearest.isEmpty() ? score >= best : score > best) {
                best = score;
                nearest = Optional.of(new Nearest(entry.annotationId(), score));
            }
        }
        return nearest;
    }

    /** About how many bytes it takes. */
    int size() {
        long size = ENTRY_BYTES;
        for (Entry entry : entries) {
            size += ENTRY_BYTES + (long) entry.vector().dimensions() * Float.BYTES;
        }
        return (int) Math.min(size, Integer.MAX_VALUE);
    }
}
