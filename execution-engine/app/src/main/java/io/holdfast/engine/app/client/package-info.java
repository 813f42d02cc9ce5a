/** HTTP to the other services, from virtual threads. */
@NullMarked
package io.holdfast.engine.app.client;

import org.jspecify.annotations.NullMarked;
