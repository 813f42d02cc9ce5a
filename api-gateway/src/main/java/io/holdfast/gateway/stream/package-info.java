/** Run events as frames of Dify's event streams. */
@NullMarked
package io.holdfast.gateway.stream;

import org.jspecify.annotations.NullMarked;
