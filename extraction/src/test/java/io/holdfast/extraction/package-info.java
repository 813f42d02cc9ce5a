@NullMarked
package io.holdfast.extraction;

import org.jspecify.annotations.NullMarked;
