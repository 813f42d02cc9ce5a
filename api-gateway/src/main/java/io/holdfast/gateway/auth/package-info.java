/** Who may call: API keys and the console token. */
@NullMarked
package io.holdfast.gateway.auth;

import org.jspecify.annotations.NullMarked;
