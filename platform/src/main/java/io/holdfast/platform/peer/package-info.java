/** Which replica of another service is asked next. */
@NullMarked
package io.holdfast.platform.peer;

import org.jspecify.annotations.NullMarked;
