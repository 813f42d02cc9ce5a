/** Keywords of a text, and how alike two sets of them are (knowledge.md 6.1, 7.3, 12). */
@NullMarked
package io.holdfast.vector.keyword;

import org.jspecify.annotations.NullMarked;
