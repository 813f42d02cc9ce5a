/** Why a model call failed, in the words that callers understand. */
@NullMarked
package io.holdfast.model.failure;

import org.jspecify.annotations.NullMarked;
