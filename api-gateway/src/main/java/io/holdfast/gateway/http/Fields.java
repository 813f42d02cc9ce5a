package io.holdfast.gateway.http;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A JSON object in the making: keys in the order in which they are put, nulls written. */
public final class Fields {

    private final Map<String, @Nullable Object> values = new LinkedHashMap<>();

    public Fields put(String name, @Nullable Object value) {
        values.put(name, value);
        return this;
    }

    /** Unix seconds (http-api.md, legend), or null. */
    public Fields time(String name, @Nullable Instant value) {
        values.put(name, value == null ? null : value.getEpochSecond());
        return this;
    }

    public Fields all(Map<String, ? extends @Nullable Object> more) {
        values.putAll(more);
        return this;
    }

    public Map<String, @Nullable Object> map() {
        return values;
    }
}
