/** Stories of names. */
@NullMarked
package io.holdfast.engine.app.naming;

import org.jspecify.annotations.NullMarked;
