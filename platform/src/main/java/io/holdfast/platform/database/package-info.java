/** The connections that must not wait behind the service's own work. */
@NullMarked
package io.holdfast.platform.database;

import org.jspecify.annotations.NullMarked;
