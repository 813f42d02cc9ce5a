package io.holdfast.vector.index;

import java.util.UUID;

/**
 * A segment that the index offers.
 *
 * @param score cosine for vectors, BM25 for text, number of matching keywords for keywords
 */
public record Hit(UUID segmentId, double score) {}
