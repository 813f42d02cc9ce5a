/** POST /v1/completion-messages and its stop. */
@NullMarked
package io.holdfast.gateway.completion;

import org.jspecify.annotations.NullMarked;
