package io.holdfast.gateway.remote;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** A path with a query, values encoded, nulls left out. */
public final class Query {

    private final StringBuilder text;
    private char next = '?';

    public Query(String path) {
        this.text = new StringBuilder(path);
    }

    /** One segment of a path. */
    public static String segment(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }

    public Query with(String name, @Nullable Object value) {
        if (value != null) {
            text.append(next).append(name).append('=').append(segment(value.toString()));
            next = '&';
        }
        return this;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
