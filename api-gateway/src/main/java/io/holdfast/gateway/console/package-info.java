/** How apps and keys get in: Dify's console API. */
@NullMarked
package io.holdfast.gateway.console;

import org.jspecify.annotations.NullMarked;
