package io.holdfast.contracts.run;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One run as {@code GET /internal/v1/runs/{id}} shows it. */
public record RunView(
        RunHandle run,
        RunStatus status,
        Map<String, @Nullable Object> inputs,
        Map<String, @Nullable Object> outputs,
        @Nullable String error,
        int totalSteps,
        long totalTokens,
        double elapsedSeconds,
        @Nullable Instant finishedAt) {}
