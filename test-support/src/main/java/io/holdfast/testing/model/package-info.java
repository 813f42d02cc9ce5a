/** A scripted upstream that speaks the OpenAI protocol, for tests that need a model. */
@NullMarked
package io.holdfast.testing.model;

import org.jspecify.annotations.NullMarked;
