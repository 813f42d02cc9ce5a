/** Events leave in the transaction that made them true. */
@NullMarked
package io.holdfast.platform.outbox;

import org.jspecify.annotations.NullMarked;
