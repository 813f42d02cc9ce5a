/** Decides which text of which node reaches the client, and when (dsl.md 4.5). */
@NullMarked
package io.holdfast.engine.stream;

import org.jspecify.annotations.NullMarked;
