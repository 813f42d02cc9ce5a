/** Who may work on what: leases with an owner, an epoch and an end. */
@NullMarked
package io.holdfast.platform.lease;

import org.jspecify.annotations.NullMarked;
