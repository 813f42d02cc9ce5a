/** The http-request node: what it sends and what an answer means (dsl.md 3.7). */
@NullMarked
package io.holdfast.engine.node.http;

import org.jspecify.annotations.NullMarked;
