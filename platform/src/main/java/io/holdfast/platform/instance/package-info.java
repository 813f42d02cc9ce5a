/** Who this process is. */
@NullMarked
package io.holdfast.platform.instance;

import org.jspecify.annotations.NullMarked;
