/** Conversations and messages of chat-like apps. */
@NullMarked
package io.holdfast.engine.app.conversation;

import org.jspecify.annotations.NullMarked;
