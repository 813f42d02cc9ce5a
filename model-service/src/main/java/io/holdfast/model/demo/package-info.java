/** The built-in model that answers where no upstream is configured. */
@NullMarked
package io.holdfast.model.demo;

import org.jspecify.annotations.NullMarked;
