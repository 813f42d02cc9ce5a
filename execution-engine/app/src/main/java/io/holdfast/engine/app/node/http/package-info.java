/** Sends what http-request nodes ask for. */
@NullMarked
package io.holdfast.engine.app.node.http;

import org.jspecify.annotations.NullMarked;
