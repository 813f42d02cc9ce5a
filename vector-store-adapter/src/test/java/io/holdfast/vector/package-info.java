@NullMarked
package io.holdfast.vector;

import org.jspecify.annotations.NullMarked;
