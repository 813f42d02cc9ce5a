/** The technical kit that every service is built on. */
@NullMarked
package io.holdfast.platform;

import org.jspecify.annotations.NullMarked;
