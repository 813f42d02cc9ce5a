package io.holdfast.contracts.app;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Values for an app's environment variables that its file does not hold: {@code PUT
 * /internal/v1/apps/{id}/environment}. They stay over later imports, win over the file's values and
 * are stored encrypted.
 *
 * @param values by variable name, all of the types that the file declares; null takes a value away
 */
public record AppEnvironment(Map<String, @Nullable Object> values) {}
