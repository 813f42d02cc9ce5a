/** Stories of names. */
@NullMarked
package io.holdfast.engine.naming;

import org.jspecify.annotations.NullMarked;
