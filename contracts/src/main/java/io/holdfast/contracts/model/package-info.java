/** What crosses the wire between model-service and its callers beyond the OpenAI protocol. */
@NullMarked
package io.holdfast.contracts.model;

import org.jspecify.annotations.NullMarked;
