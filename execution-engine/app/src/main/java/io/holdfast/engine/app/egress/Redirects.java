package io.holdfast.engine.app.egress;

import io.vertx.core.buffer.Buffer;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Which request follows a redirect (RFC 9110 section 15.4, as browsers and httpx have it). */
final class Redirects {
    private static final Set<Integer> STATUSES = Set.of(301, 302, 303, 307, 308);
    private static final Set<String> OF_THE_BODY =
            Set.of("content-type", "content-length", "content-encoding", "transfer-encoding");
    private static final int SEE_OTHER = 303;
    private static final int FOUND = 302;
    private static final int MOVED = 301;

    private Redirects() {}

    /** The request to send next, or null when the response is the last one. */
    static @Nullable OutboundRequest follow(OutboundRequest sent, OutboundResponse response)
            throws OutboundException {
        List<String> location = response.headers().get("location");
        if (!STATUSES.contains(response.status()) || location == null) {
            return null;
        }
        URI target = resolve(sent.url(), location.getFirst());
        String method = method(sent.method(), response.status());
        boolean bodyless = !method.equals(sent.method());
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.putAll(sent.headers());
        headers.remove("host");
        if (bodyless) {
            OF_THE_BODY.forEach(headers::remove);
        }
        if (!sameOrigin(sent.url(), target)) {
            headers.remove("authorization");
            headers.remove("cookie");
        }
        return new OutboundRequest(
                method,
                target,
                headers,
                bodyless ? Buffer.buffer() : sent.body(),
                sent.connect(),
                sent.read(),
                sent.verifyTls());
    }

    private static URI resolve(URI from, String location) throws OutboundException {
        try {
            return from.resolve(new URI(location.replace(" ", "%20")));
        } catch (URISyntaxException e) {
            throw new OutboundException("Invalid URL in location header: " + location, e);
        }
    }

    private static String method(String method, int status) {
        boolean get =
                ((status == SEE_OTHER || status == FOUND) && !method.equals("HEAD"))
                        || (status == MOVED && method.equals("POST"));
        return get ? "GET" : method;
    }

    private static boolean sameOrigin(URI a, URI b) {
        return lower(a.getScheme()).equals(lower(b.getScheme())) && server(a).equals(server(b));
    }

    /** The authority without its user; {@link URI} knows no host where a name has underscores. */
    private static String server(URI url) {
        String authority = lower(url.getRawAuthority());
        return authority.substring(authority.lastIndexOf('@') + 1);
    }

    private static String lower(@Nullable String text) {
        return Objects.requireNonNullElse(text, "").toLowerCase(Locale.ROOT);
    }
}
