package io.holdfast.contracts.trigger;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The payload of an event of {@code holdfast.run-requests}: a trigger has fired. The event's id is
 * the id of the run, so that asking twice makes one run.
 *
 * @param nodeId the trigger
 * @param inputs what it brought
 */
public record RunRequested(UUID appId, String nodeId, Map<String, @Nullable Object> inputs) {

    /** The type of these events. */
    public static final String EVENT_TYPE = "run.requested";
}
