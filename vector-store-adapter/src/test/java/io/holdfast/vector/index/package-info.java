@NullMarked
package io.holdfast.vector.index;

import org.jspecify.annotations.NullMarked;
