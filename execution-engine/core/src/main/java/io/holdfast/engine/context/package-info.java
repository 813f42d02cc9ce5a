/** What is known of a run from its beginning. */
@NullMarked
package io.holdfast.engine.context;

import org.jspecify.annotations.NullMarked;
