/** The suite on one machine: its servers and its supervisor. */
@NullMarked
package io.holdfast.local;

import org.jspecify.annotations.NullMarked;
