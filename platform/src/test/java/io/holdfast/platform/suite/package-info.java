/** The kit as a service has it, running. */
@NullMarked
package io.holdfast.platform.suite;

import org.jspecify.annotations.NullMarked;
