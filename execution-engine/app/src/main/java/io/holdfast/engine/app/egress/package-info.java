/** Sends HTTP requests that apps ask for, to nowhere that the operator did not mean. */
@NullMarked
package io.holdfast.engine.app.egress;

import org.jspecify.annotations.NullMarked;
