/** One model call: route, attempts, answer, account. */
@NullMarked
package io.holdfast.model.call;

import org.jspecify.annotations.NullMarked;
