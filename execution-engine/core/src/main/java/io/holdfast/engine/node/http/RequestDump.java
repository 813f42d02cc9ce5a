package io.holdfast.engine.node.http;

import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes a request down for display, the proof of identity masked (dsl.md 3.7). */
final class RequestDump {
    private static final int MOST_BODY = 10_000;

    private RequestDump() {}

    static String of(HttpCall call, @Nullable String secretHeader) {
        URI url = URI.create(call.url());
        StringBuilder dump = new StringBuilder(call.method());
        dump.append(' ').append(target(url)).append(" HTTP/1.1\r\n");
        dump.append("Host: ").append(host(url)).append("\r\n");
        for (Map.Entry<String, String> header : call.headers().entrySet()) {
            boolean secret = header.getKey().equalsIgnoreCase(secretHeader);
            String value = header.getValue();
            dump.append(header.getKey())
                    .append(": ")
                    .append(secret ? "*".repeat(value.length()) : value)
                    .append("\r\n");
        }
        String body = call.body();
        return dump.append("\r\n").append(body, 0, Math.min(body.length(), MOST_BODY)).toString();
    }

    private static String target(URI url) {
        String path = url.getRawPath();
        String query = url.getRawQuery() == null ? "" : "?" + url.getRawQuery();
        return (path == null || path.isEmpty() ? "/" : path) + query;
    }

    /** Without a user and password before the host. */
    private static String host(URI url) {
        String authority = String.valueOf(url.getRawAuthority());
        return authority.substring(authority.lastIndexOf('@') + 1);
    }
}
