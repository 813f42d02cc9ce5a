package io.holdfast.engine.app.extension;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * A service that the operator has named.
 *
 * @param key sent as bearer; null when it wants none
 * @param model of a moderation model's server; null when it has one of its own
 */
record Extension(String id, URI url, @Nullable String key, @Nullable String model) {}
