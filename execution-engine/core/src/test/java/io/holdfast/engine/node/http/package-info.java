/** Tests of the http-request node. */
@NullMarked
package io.holdfast.engine.node.http;

import org.jspecify.annotations.NullMarked;
