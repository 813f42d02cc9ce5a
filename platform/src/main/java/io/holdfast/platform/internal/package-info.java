/** The credential between the services: demanded, and sent. */
@NullMarked
package io.holdfast.platform.internal;

import org.jspecify.annotations.NullMarked;
