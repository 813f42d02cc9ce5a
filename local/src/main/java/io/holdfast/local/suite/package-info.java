/** The five packaged services as supervised processes beside their database and broker. */
@NullMarked
package io.holdfast.local.suite;

import org.jspecify.annotations.NullMarked;
