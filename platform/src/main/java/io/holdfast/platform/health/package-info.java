/** What probes ask. */
@NullMarked
package io.holdfast.platform.health;

import org.jspecify.annotations.NullMarked;
