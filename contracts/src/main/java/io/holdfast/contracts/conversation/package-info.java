/** Conversations and messages as the engine shows them to other services. */
@NullMarked
package io.holdfast.contracts.conversation;

import org.jspecify.annotations.NullMarked;
