package io.holdfast.engine.app.egress;

import java.net.URI;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a URL points to.
 *
 * @param host brackets around IPv6 removed
 */
record HostAndPort(String host, int port) {
    private static final int MOST = 65_535;

    /** Names with underscores, common among containers, are no host names to {@link URI}. */
    private static final Pattern AUTHORITY = Pattern.compile("([A-Za-z0-9._-]+)(?::(\\d{1,5}))?");

    static HostAndPort of(URI url, int defaultPort) throws OutboundException {
        if (url.getHost() != null) {
            return checked(url, unbracketed(url.getHost()), url.getPort(), defaultPort);
        }
        String authority = url.getRawAuthority() == null ? "" : url.getRawAuthority();
        Matcher matcher = AUTHORITY.matcher(authority.substring(authority.lastIndexOf('@') + 1));
        if (!matcher.matches()) {
            throw unusable(url);
        }
        int port = matcher.group(2) == null ? -1 : Integer.parseInt(matcher.group(2));
        return checked(url, matcher.group(1), port, defaultPort);
    }

    private static HostAndPort checked(URI url, String host, int port, int defaultPort)
            throws OutboundException {
        if (port > MOST) {
            throw unusable(url);
        }
        return new HostAndPort(host, port > 0 ? port : defaultPort);
    }

    private static String unbracketed(String host) {
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }

    private static OutboundException unusable(URI url) {
        return new OutboundException(
                "Not a URL that can be requested: " + url.getScheme() + "://...");
    }
}
