/** The public door: routes, calls, answers and errors as the wire has them. */
@NullMarked
package io.holdfast.gateway.http;

import org.jspecify.annotations.NullMarked;
