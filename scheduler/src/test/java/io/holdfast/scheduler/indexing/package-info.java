@NullMarked
package io.holdfast.scheduler.indexing;

import org.jspecify.annotations.NullMarked;
