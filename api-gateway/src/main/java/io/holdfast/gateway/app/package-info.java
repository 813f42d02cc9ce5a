/** What a client may know of an app. */
@NullMarked
package io.holdfast.gateway.app;

import org.jspecify.annotations.NullMarked;
