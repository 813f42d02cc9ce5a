/** The way to language and embedding models. */
@NullMarked
package io.holdfast.model;

import org.jspecify.annotations.NullMarked;
