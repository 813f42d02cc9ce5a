/** The launcher as a shell runs it. */
@NullMarked
package io.holdfast.local;

import org.jspecify.annotations.NullMarked;
