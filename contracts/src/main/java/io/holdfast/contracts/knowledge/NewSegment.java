package io.holdfast.contracts.knowledge;

import org.jspecify.annotations.Nullable;

/**
 * A piece of a document.
 *
 * @param position counts from 1
 * @param hash SHA-256 as knowledge.md 5 states it
 * @param wordCount characters
 * @param tokens as the embedding model counted them; 0 in economy datasets
 * @param vector of any length; normalised when stored; null in economy datasets or when the model
 *     gave no usable one
 */
@SuppressWarnings("ArrayRecordComponent") // a wire record, never compared
public record NewSegment(
        int position,
        String content,
        String hash,
        long wordCount,
        long tokens,
        float @Nullable [] vector) {}
