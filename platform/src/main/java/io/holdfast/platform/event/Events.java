package io.holdfast.platform.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.holdfast.contracts.event.EventEnvelope;
import io.holdfast.platform.id.Ids;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Puts payloads into envelopes and takes them out. */
@Singleton
public class Events {

    private static final TypeReference<Map<String, @Nullable Object>> JSON_OBJECT =
            new TypeReference<>() {};

    private final ObjectMapper mapper;
    private final Ids ids;
    private final Clock clock;

    public Events(ObjectMapper mapper, Ids ids, Clock clock) {
        this.mapper = mapper;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * A new event of the present moment and, where there is one, the present trace.
     *
     * @param type what happened, such as {@code document.created}
     * @param version of the payload's shape, from 1
     * @param key events of one key keep their order
     * @param payload a record that is written as a JSON object
     */
    @SuppressWarnings("NullAway") // It does not see that a payload's values may be null.
    public EventEnvelope of(String type, int version, UUID tenantId, String key, Object payload) {
        Map<String, @Nullable Object> fields = mapper.convertValue(payload, JSON_OBJECT);
        return new EventEnvelope(
                ids.next(),
                type,
                version,
                tenantId,
                key,
                clock.instant(),
                TraceParent.current(),
                fields);
    }

    /**
     * The payload as its record.
     *
     * @throws IllegalArgumentException when the payload has not that shape
     */
    public <T> T payload(EventEnvelope event, Class<T> type) {
        return mapper.convertValue(event.payload(), type);
    }

    /** The envelope as it travels. */
    public String write(EventEnvelope event) {
        try {
            return mapper.writeValueAsString(event);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Not an event that JSON can carry", e);
        }
    }

    /**
     * The envelope that came.
     *
     * @throws MalformedEventException when it is none
     */
    public EventEnvelope read(String value) {
        try {
            EventEnvelope event = mapper.readValue(value, EventEnvelope.class);
            if (isWhole(event)) {
                return event;
            }
        } catch (JsonProcessingException | NullPointerException e) {
            throw new MalformedEventException(e);
        }
        throw new MalformedEventException(null);
    }

    @SuppressWarnings("ConstantValue") // A wire value may lack what its record says is there.
    private static boolean isWhole(@Nullable EventEnvelope event) {
        return event != null
                && event.id() != null
                && event.type() != null
                && event.tenantId() != null
                && event.key() != null
                && event.time() != null;
    }
}
