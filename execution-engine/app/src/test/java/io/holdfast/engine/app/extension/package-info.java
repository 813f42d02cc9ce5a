/** Stories of moderation and external data. */
@NullMarked
package io.holdfast.engine.app.extension;

import org.jspecify.annotations.NullMarked;
