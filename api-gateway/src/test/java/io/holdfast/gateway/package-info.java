/** The gateway's stories, told from outside against engines written by hand. */
@NullMarked
package io.holdfast.gateway;

import org.jspecify.annotations.NullMarked;
