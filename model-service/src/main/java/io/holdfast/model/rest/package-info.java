/** The HTTP face of the service. */
@NullMarked
package io.holdfast.model.rest;

import org.jspecify.annotations.NullMarked;
