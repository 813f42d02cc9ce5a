/** The public HTTP API and Dify's wire format. */
@NullMarked
package io.holdfast.gateway;

import org.jspecify.annotations.NullMarked;
