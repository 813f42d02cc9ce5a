package io.holdfast.engine.dsl;

import org.jspecify.annotations.Nullable;

/**
 * How an app is shown.
 *
 * @param type {@code emoji}, {@code image} or {@code link}
 * @param icon the emoji, file id or URL
 * @param background a CSS colour
 */
public record AppIcon(String type, @Nullable String icon, @Nullable String background) {}
