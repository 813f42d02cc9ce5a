/** Searching one dataset or several, and ordering what was found (knowledge.md 7). */
@NullMarked
package io.holdfast.vector.retrieval;

import org.jspecify.annotations.NullMarked;
