/** The texts of documents (dsl.md 3.17). */
@NullMarked
package io.holdfast.extraction;

import org.jspecify.annotations.NullMarked;
