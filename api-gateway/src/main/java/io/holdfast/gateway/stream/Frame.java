package io.holdfast.gateway.stream;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One event of Dify's stream.
 *
 * @param seq the number of the run event that it tells; null when it tells none
 * @param body keys in the order of http-api.md 2.8
 */
public record Frame(@Nullable Long seq, Map<String, @Nullable Object> body) {}
