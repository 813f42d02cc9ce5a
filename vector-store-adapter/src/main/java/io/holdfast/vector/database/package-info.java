/** PostgreSQL from virtual threads. */
@NullMarked
package io.holdfast.vector.database;

import org.jspecify.annotations.NullMarked;
