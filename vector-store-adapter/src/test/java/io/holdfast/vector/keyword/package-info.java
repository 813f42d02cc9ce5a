@NullMarked
package io.holdfast.vector.keyword;

import org.jspecify.annotations.NullMarked;
