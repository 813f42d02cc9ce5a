/** The order in which a process goes. */
@NullMarked
package io.holdfast.platform.shutdown;

import org.jspecify.annotations.NullMarked;
