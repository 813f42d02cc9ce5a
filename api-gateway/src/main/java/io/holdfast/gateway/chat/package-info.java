/** POST /v1/chat-messages and its stop. */
@NullMarked
package io.holdfast.gateway.chat;

import org.jspecify.annotations.NullMarked;
