package io.holdfast.platform.json;

import com.fasterxml.jackson.core.StreamWriteConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

/**
 * How all services write and read JSON: instants as ISO-8601 text, unknown fields ignored (a newer
 * writer may add some), absent values for primitives refused.
 */
public final class Json {

    /** Deeper than what can be read, which is 1000: what was read can be sent on in a request. */
    private static final int MAX_WRITTEN = 1_100;

    private Json() {}

    /** A mapper for use without a container; inside, inject {@link ObjectMapper}. */
    public static ObjectMapper mapper() {
        return configure(
                new ObjectMapper()
                        .registerModule(new JavaTimeModule())
                        .registerModule(new Jdk8Module()));
    }

    /**
     * A mapper whose untyped values are those of the engine: every whole number a {@code Long} or,
     * beyond it, a {@code BigInteger}; fractions {@code Double}; objects and arrays {@code
     * LinkedHashMap} and {@code ArrayList}.
     */
    public static ObjectMapper plainValues(ObjectMapper mapper) {
        return mapper.copy().registerModule(WholeNumbers.module());
    }

    static ObjectMapper configure(ObjectMapper mapper) {
        mapper.getFactory()
                .setStreamWriteConstraints(
                        StreamWriteConstraints.builder().maxNestingDepth(MAX_WRITTEN).build());
        return mapper.disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES);
    }
}
