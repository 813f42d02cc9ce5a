/** Events as the services write and read them. */
@NullMarked
package io.holdfast.platform.event;

import org.jspecify.annotations.NullMarked;
