/** What an operator can set. */
@NullMarked
package io.holdfast.gateway.config;

import org.jspecify.annotations.NullMarked;
