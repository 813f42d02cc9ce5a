package io.holdfast.contracts.event;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One event on its way between services. It may arrive more than once: consumers remember its id.
 *
 * @param id the event's own id, the same in every delivery
 * @param type what happened, such as {@code document.created}
 * @param version of the payload's shape, from 1; a reader ignores fields that it does not know
 * @param tenantId whose event it is
 * @param key events of one key arrive in the order in which they became true
 * @param time when it became true
 * @param traceparent the W3C trace context of what caused it; null where nothing was traced
 * @param payload the JSON object that {@code type} and {@code version} describe
 */
public record EventEnvelope(
        UUID id,
        String type,
        int version,
        UUID tenantId,
        String key,
        Instant time,
        @Nullable String traceparent,
        Map<String, @Nullable Object> payload) {

    public EventEnvelope {
        payload = Collections.unmodifiableMap(new LinkedHashMap<>(payload));
    }
}
