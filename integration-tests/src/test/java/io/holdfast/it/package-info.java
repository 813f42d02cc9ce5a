/** Stories about the whole suite, told from outside. */
@NullMarked
package io.holdfast.it;

import org.jspecify.annotations.NullMarked;
