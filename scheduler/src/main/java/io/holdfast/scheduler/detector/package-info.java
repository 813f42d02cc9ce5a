/** Which instances of the suite answer, and which are lost. */
@NullMarked
package io.holdfast.scheduler.detector;

import org.jspecify.annotations.NullMarked;
