package io.holdfast.engine.jinja;

import org.jspecify.annotations.Nullable;

/** A template that asks for more time, memory or depth than it is given. */
public final class JinjaLimitException extends JinjaException {

    JinjaLimitException(@Nullable String message, Throwable cause) {
        super("LimitError", message, cause);
    }
}
