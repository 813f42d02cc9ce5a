package io.holdfast.engine.node.http;

import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** Makes a URL of what an author wrote and a run filled in. */
final class RequestUrl {
    private static final String ALLOWED = "-._~:/?@!$&'()*+,;=";
    private static final int ASCII = 0x80;
    private static final String HEX = "[0-9a-fA-F]{2}";

    private RequestUrl() {}

    /**
     * The URL with its query complete, all else escaped that a URI does not allow; the fragment is
     * dropped.
     *
     * @throws HttpNodeException when it is no URL of http or https
     */
    static String of(String rendered, List<FormText.Pair> params) throws HttpNodeException {
        if (rendered.isEmpty()) {
            throw invalid("url is required");
        }
        String lower = rendered.toLowerCase(Locale.ROOT);
        if (!lower.startsWith("http://") && !lower.startsWith("https://")) {
            throw invalid("url should start with http:// or https://");
        }
        if (rendered.chars().anyMatch(Character::isISOControl)) {
            throw invalid("The url has a character that cannot be printed");
        }
        String url = escaped(rendered.split("#", 2)[0]);
        return checked(params.isEmpty() ? url : withQuery(url, FormText.urlEncoded(params)));
    }

    private static String escaped(String url) throws HttpNodeException {
        int authority = url.indexOf("//") + 2;
        int path = authority;
        while (path < url.length() && "/?".indexOf(url.charAt(path)) < 0) {
            path++;
        }
        return url.substring(0, authority)
                + ascii(url.substring(authority, path))
                + escapedPath(url.substring(path));
    }

    private static String ascii(String authority) throws HttpNodeException {
        if (authority.chars().allMatch(c -> c < ASCII)) {
            return authority;
        }
        try {
            int host = authority.lastIndexOf('@') + 1;
            String port = authority.substring(host).replaceFirst("^[^:]*", "");
            String name = authority.substring(host, authority.length() - port.length());
            return escapedPath(authority.substring(0, host)) + IDN.toASCII(name) + port;
        } catch (IllegalArgumentException e) {
            throw invalid("Invalid host: " + e.getMessage());
        }
    }

    private static String withQuery(String url, String query) {
        if (url.endsWith("?") || url.endsWith("&")) {
            return url + query;
        }
        return url + (url.contains("?") ? "&" : "?") + query;
    }

    private static String escapedPath(String text) {
        StringBuilder url = new StringBuilder();
        int at = 0;
        while (at < text.length()) {
            int character = text.codePointAt(at);
            String one = Character.toString(character);
            boolean escape = character == '%' && isHex(text, at + 1);
            url.append(escape || isAllowed(character) ? one : percent(one));
            at += one.length();
        }
        return url.toString();
    }

    private static boolean isHex(String text, int from) {
        return from + 2 <= text.length() && text.substring(from, from + 2).matches(HEX);
    }

    private static boolean isAllowed(int character) {
        return (character < ASCII && Character.isLetterOrDigit(character))
                || ALLOWED.indexOf(character) >= 0;
    }

    private static String percent(String one) {
        StringBuilder escaped = new StringBuilder();
        for (byte octet : one.getBytes(StandardCharsets.UTF_8)) {
            escaped.append(String.format("%%%02X", octet));
        }
        return escaped.toString();
    }

    private static String checked(String url) throws HttpNodeException {
        try {
            return new URI(url).toString();
        } catch (URISyntaxException e) {
            throw invalid("Invalid URL: " + e.getReason());
        }
    }

    private static HttpNodeException invalid(String message) {
        return new HttpNodeException("InvalidURLError", message);
    }
}
