/** What models cost. */
@NullMarked
package io.holdfast.engine.usage;

import org.jspecify.annotations.NullMarked;
