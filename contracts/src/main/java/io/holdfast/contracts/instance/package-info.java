/**
 * Processes of the suite: how each answers a probe, and what the failure detector holds of them.
 */
@NullMarked
package io.holdfast.contracts.instance;

import org.jspecify.annotations.NullMarked;
