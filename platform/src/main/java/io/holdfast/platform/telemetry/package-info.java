/** Logs, metrics and traces name things alike everywhere. */
@NullMarked
package io.holdfast.platform.telemetry;

import org.jspecify.annotations.NullMarked;
