/** Services of the operator for moderation and external data (dsl.md 5.4, 5.5). */
@NullMarked
package io.holdfast.engine.app.extension;

import org.jspecify.annotations.NullMarked;
