/** Keeps what apps must not show in the database: encrypted, bound to its place. */
@NullMarked
package io.holdfast.engine.app.secret;

import org.jspecify.annotations.NullMarked;
