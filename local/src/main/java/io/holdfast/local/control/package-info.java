/** How a command reaches the supervisor that runs the suite: HTTP on loopback. */
@NullMarked
package io.holdfast.local.control;

import org.jspecify.annotations.NullMarked;
