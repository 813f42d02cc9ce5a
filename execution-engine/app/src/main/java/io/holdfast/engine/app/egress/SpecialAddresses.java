package io.holdfast.engine.app.egress;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Addresses that are not the public Internet: the IANA special-purpose registries for IPv4 and IPv6
 * (RFC 6890 and successors), multicast, and metadata services of clouds outside of these.
 */
final class SpecialAddresses {
    private static final List<AddressRange> RANGES =
            Stream.of(
                            "0.0.0.0/8",
                            "10.0.0.0/8",
                            "100.64.0.0/10",
                            "127.0.0.0/8",
                            "169.254.0.0/16",
                            "172.16.0.0/12",
                            "192.0.0.0/24",
                            "192.0.2.0/24",
                            "192.88.99.0/24",
                            "192.168.0.0/16",
                            "198.18.0.0/15",
                            "198.51.100.0/24",
                            "203.0.113.0/24",
                            "224.0.0.0/4",
                            "240.0.0.0/4",
                            // Metadata and DNS of one large cloud, in its public space.
                            "168.63.129.16",
                            "::/128",
                            "::1/128",
                            "64:ff9b:1::/48",
                            "100::/64",
                            "2001:db8::/32",
                            "3fff::/20",
                            "5f00::/16",
                            "fc00::/7",
                            "fe80::/10",
                            "fec0::/10",
                            "ff00::/8")
                    .map(AddressRange::of)
                    .toList();

    private static final int IPV4_BYTES = 4;

    /** Prefixes behind which an IPv4 address stands, and where it stands. */
    private record Embedding(AddressRange range, int offset, boolean inverted) {}

    private static final List<Embedding> EMBEDDINGS =
            List.of(
                    new Embedding(AddressRange.of("::/96"), 12, false),
                    new Embedding(AddressRange.of("::ffff:0:0:0/96"), 12, false),
                    new Embedding(AddressRange.of("64:ff9b::/96"), 12, false),
                    new Embedding(AddressRange.of("2002::/16"), 2, false),
                    new Embedding(AddressRange.of("2001::/32"), 12, true));

    private SpecialAddresses() {}

    /** Whether the address, or the IPv4 address inside it, is not public. */
    static boolean contains(InetAddress address) {
        return RANGES.stream().anyMatch(range -> range.contains(address))
                || EMBEDDINGS.stream()
                        .filter(embedding -> embedding.range.contains(address))
                        .anyMatch(embedding -> contains(embedded(address, embedding)));
    }

    private static InetAddress embedded(InetAddress address, Embedding embedding) {
        byte[] bytes =
                Arrays.copyOfRange(
                        address.getAddress(), embedding.offset, embedding.offset + IPV4_BYTES);
        if (embedding.inverted) {
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = (byte) ~bytes[i];
            }
        }
        try {
            return Inet4Address.getByAddress(bytes);
        } catch (UnknownHostException e) {
            throw new IllegalStateException("Four bytes are an address", e);
        }
    }
}
