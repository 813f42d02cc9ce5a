package io.holdfast.scheduler.indexing;

/**
 * A piece of a document as it will be stored.
 *
 * @param position counts from 1 in the document
 * @param hash SHA-256, hexadecimal, as knowledge.md 5 states it
 * @param length in code points
 */
public record Chunk(int position, String content, String hash, int length) {}
