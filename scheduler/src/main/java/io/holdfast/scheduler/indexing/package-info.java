/** How a text becomes segments: cleaning, cutting and naming, as knowledge.md 4 and 5 state it. */
@NullMarked
package io.holdfast.scheduler.indexing;

import org.jspecify.annotations.NullMarked;
