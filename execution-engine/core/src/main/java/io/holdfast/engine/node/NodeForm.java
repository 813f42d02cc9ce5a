package io.holdfast.engine.node;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A form that a person must fill before a node goes on (dsl.md 3.19).
 *
 * @param content markdown with the run's values in it; the places of the fields are still open
 * @param inputs the fields as the file describes them, the choices of each known
 * @param actions the buttons, each with {@code id}, {@code title} and {@code button_style}
 * @param defaults what fields show at first, where that comes from the run's values
 * @param inWebApp whether the form is meant for the web app
 * @param validSeconds how long it can be filled
 */
public record NodeForm(
        String content,
        List<Map<String, @Nullable Object>> inputs,
        List<Map<String, @Nullable Object>> actions,
        Map<String, @Nullable Object> defaults,
        boolean inWebApp,
        long validSeconds) {

    /** How long it can be filled. */
    public Duration validFor() {
        return Duration.ofSeconds(validSeconds);
    }
}
