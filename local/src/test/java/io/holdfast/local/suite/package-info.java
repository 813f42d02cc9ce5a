/** The supervisor, with processes that really run and really die. */
@NullMarked
package io.holdfast.local.suite;

import org.jspecify.annotations.NullMarked;
