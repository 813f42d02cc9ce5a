package io.holdfast.gateway.stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;

/**
 * Frames as text: {@code id:} with the run's sequence number, then {@code data:}. No {@code
 * event:}, which clients take for another kind of event (http-api.md 2.7, 6 no. 7).
 */
@Singleton
public class SseEncoder {

    private final ObjectMapper mapper;

    SseEncoder(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    public String encode(Frame frame) {
        String id = frame.seq() == null ? "" : "id: " + frame.seq() + "\n";
        try {
            return id + "data: " + mapper.writeValueAsString(frame.body()) + "\n\n";
        } catch (JsonProcessingException fault) {
            throw new IllegalStateException("A frame cannot be written as JSON", fault);
        }
    }
}
