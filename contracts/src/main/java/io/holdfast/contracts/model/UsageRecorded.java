package io.holdfast.contracts.model;

import org.jspecify.annotations.Nullable;

/**
 * Payload of the event {@code model.usage-recorded} on the topic {@code holdfast.usage}: one a
 * model call that reached an upstream, failed and abandoned ones included.
 *
 * @param outcome {@code succeeded}, {@code failed} or {@code cancelled}
 * @param errorType wire name of the {@link ModelErrorType} of a failed call; null otherwise
 */
public record UsageRecorded(
        ModelType type, String outcome, @Nullable String errorType, CallReport report) {

    /** The event's type in its envelope. */
    public static final String TYPE = "model.usage-recorded";

    /** The topic it travels on. */
    public static final String TOPIC = "holdfast.usage";
}
