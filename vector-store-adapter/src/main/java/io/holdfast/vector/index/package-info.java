/**
 * The embedded index of one dataset: vectors and text in one Lucene directory, which is a copy of
 * what PostgreSQL holds and may be thrown away at any time (knowledge.md 11.4).
 */
@NullMarked
package io.holdfast.vector.index;

import org.jspecify.annotations.NullMarked;
