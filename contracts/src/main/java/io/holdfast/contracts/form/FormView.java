package io.holdfast.contracts.form;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A form that a run waits for (http-api.md 2.17).
 *
 * @param content markdown; the places of the fields are still open
 * @param inputs the fields as the app's file describes them
 * @param actions the buttons
 * @param defaults what fields show at first, as text
 */
public record FormView(
        UUID formId,
        UUID runId,
        String content,
        List<Map<String, @Nullable Object>> inputs,
        List<Map<String, @Nullable Object>> actions,
        Map<String, @Nullable Object> defaults,
        Instant expiresAt) {}
