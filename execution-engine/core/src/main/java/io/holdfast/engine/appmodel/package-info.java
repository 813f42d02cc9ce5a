/** The model that speaks for an app where no node does. */
@NullMarked
package io.holdfast.engine.appmodel;

import org.jspecify.annotations.NullMarked;
