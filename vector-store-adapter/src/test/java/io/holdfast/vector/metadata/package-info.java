@NullMarked
package io.holdfast.vector.metadata;

import org.jspecify.annotations.NullMarked;
