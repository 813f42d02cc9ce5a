/** The conversations and messages of an end user. */
@NullMarked
package io.holdfast.gateway.conversation;

import org.jspecify.annotations.NullMarked;
