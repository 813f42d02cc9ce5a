package io.holdfast.engine.app.egress;

import java.net.InetAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Says which addresses requests of apps may go to: public ones, and those allowed by name. */
public final class EgressPolicy {
    private static final int HTTP = 80;
    private static final int HTTPS = 443;

    private final List<AddressRange> ranges = new ArrayList<>();
    private final Set<String> hosts = new HashSet<>();
    private final boolean publicAddresses;

    /**
     * Reads the exceptions as {@link EgressConfig#allow} has them.
     *
     * @throws IllegalArgumentException when one cannot be read
     */
    public EgressPolicy(List<String> allow) {
        this(allow, true);
    }

    /**
     * Reads the exceptions as {@link EgressConfig#allow} has them.
     *
     * @param publicAddresses whether public addresses need no exception
     * @throws IllegalArgumentException when one cannot be read
     */
    public EgressPolicy(List<String> allow, boolean publicAddresses) {
        this.publicAddresses = publicAddresses;
        for (String entry : allow) {
            String text = entry.strip().toLowerCase(Locale.ROOT);
            if (text.contains("/") || (AddressRange.isLiteral(text) && !isHostAndPort(text))) {
                ranges.add(AddressRange.of(text));
            } else if (!text.isEmpty()) {
                hosts.add(text);
            }
        }
    }

    private EgressPolicy(EgressPolicy other, String host) {
        this.publicAddresses = other.publicAddresses;
        this.ranges.addAll(other.ranges);
        this.hosts.addAll(other.hosts);
        this.hosts.add(host);
    }

    /** The same policy for who goes to a server that the operator has named. */
    public EgressPolicy allowing(URI server) {
        int usual = "https".equalsIgnoreCase(server.getScheme()) ? HTTPS : HTTP;
        String host = String.valueOf(server.getHost()).toLowerCase(Locale.ROOT);
        return new EgressPolicy(
                this, host + ":" + (server.getPort() < 0 ? usual : server.getPort()));
    }

    private static boolean isHostAndPort(String text) {
        return text.startsWith("[")
                || (text.contains(":") && text.indexOf(':') == text.lastIndexOf(':'));
    }

    /**
     * Picks the address to connect to. The caller must connect to exactly this one: asking the name
     * server again could give another.
     *
     * @param host as the URL has it, brackets around IPv6 removed
     * @param addresses what the host resolves to
     * @throws EgressDeniedException when none of them is allowed
     */
    public InetAddress choose(String host, int port, List<InetAddress> addresses)
            throws EgressDeniedException {
        String name = host.toLowerCase(Locale.ROOT);
        String bracketed = name.contains(":") ? "[" + name + "]" : name;
        if (hosts.contains(name) || hosts.contains(bracketed + ":" + port)) {
            return addresses.getFirst();
        }
        return addresses.stream()
                .filter(this::allowed)
                .findFirst()
                .orElseThrow(() -> new EgressDeniedException(host, reason()));
    }

    private String reason() {
        return publicAddresses
                ? "a private or local network address"
                : "an address that is not named as allowed";
    }

    private boolean allowed(InetAddress address) {
        return (publicAddresses && !SpecialAddresses.contains(address))
                || ranges.stream().anyMatch(range -> range.contains(address));
    }
}
