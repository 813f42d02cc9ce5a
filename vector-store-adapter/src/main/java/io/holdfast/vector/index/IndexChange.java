package io.holdfast.vector.index;

import java.util.UUID;

/**
 * The newest change of a document.
 *
 * @param seq its number in the dataset
 * @param removed whether the index must forget the document, else it takes its segments anew
 */
public record IndexChange(long seq, UUID documentId, boolean removed) {}
