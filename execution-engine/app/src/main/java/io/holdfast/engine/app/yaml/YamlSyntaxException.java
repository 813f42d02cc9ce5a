package io.holdfast.engine.app.yaml;

import org.jspecify.annotations.Nullable;

/** A text is no YAML that is read here; the message tells the author where and why. */
public final class YamlSyntaxException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    YamlSyntaxException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
