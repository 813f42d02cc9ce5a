/** Inputs that a service fills (dsl.md 5.4). */
@NullMarked
package io.holdfast.engine.externaldata;

import org.jspecify.annotations.NullMarked;
