/** The servers, started for real. */
@NullMarked
package io.holdfast.local.infra;

import org.jspecify.annotations.NullMarked;
