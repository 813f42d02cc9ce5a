/** The OpenAI protocol towards upstreams. */
@NullMarked
package io.holdfast.model.openai;

import org.jspecify.annotations.NullMarked;
