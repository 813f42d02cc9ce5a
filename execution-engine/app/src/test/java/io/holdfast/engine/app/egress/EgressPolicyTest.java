package io.holdfast.engine.app.egress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.junit.jupiter.api.Test;

class EgressPolicyTest {
    private static final EgressPolicy STRICT = new EgressPolicy(List.of());

    private static InetAddress address(String literal) {
        try {
            return InetAddress.getByName(literal);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static boolean allowed(EgressPolicy policy, String host, int port, String... literals) {
        List<InetAddress> all =
                java.util.Arrays.stream(literals).map(EgressPolicyTest::address).toList();
        try {
            assertThat(all).contains(policy.choose(host, port, all));
            return true;
        } catch (EgressDeniedException e) {
            assertThat(e).hasMessageContaining("'" + host + "'").hasMessageContaining("private");
            return false;
        }
    }

    @Test
    void addressesThatAreNotPublicAreDenied() {
        for (String literal :
                List.of(
                        "0.0.0.0",
                        "0.1.2.3",
                        "10.0.0.1",
                        "10.255.255.255",
                        "100.64.0.1",
                        "100.100.100.200",
                        "100.127.255.255",
                        "127.0.0.1",
                        "127.255.0.1",
                        "169.254.169.254",
                        "172.16.0.1",
                        "172.31.255.255",
                        "192.0.0.192",
                        "192.0.2.1",
                        "192.168.1.1",
                        "198.18.0.1",
                        "198.51.100.1",
                        "203.0.113.9",
                        "224.0.0.1",
                        "239.1.1.1",
                        "240.0.0.1",
                        "255.255.255.255",
                        "168.63.129.16",
                        "::",
                        "::1",
                        "fe80::1",
                        "fec0::1",
                        "fc00::1",
                        "fd00:ec2::254",
                        "ff02::1",
                        "2001:db8::1",
                        "64:ff9b:1::1",
                        "100::1")) {
            assertThat(allowed(STRICT, "h", 80, literal)).as(literal).isFalse();
        }
    }

    @Test
    void privateIpv4InsideIpv6IsDenied() {
        for (String literal :
                List.of(
                        "::ffff:127.0.0.1",
                        "::ffff:169.254.169.254",
                        "::127.0.0.1",
                        "::10.0.0.1",
                        "::ffff:0:10.0.0.1",
                        "64:ff9b::10.0.0.1",
                        "64:ff9b::169.254.169.254",
                        "2002:7f00:1::",
                        "2002:a00:1::1",
                        "2002:c0a8:101::",
                        "2001:0:1:2:3:4:f5ff:fffe")) {
            assertThat(allowed(STRICT, "h", 80, literal)).as(literal).isFalse();
        }
    }

    @Test
    void publicAddressesPass() {
        for (String literal :
                List.of(
                        "1.1.1.1",
                        "9.255.255.255",
                        "11.0.0.1",
                        "100.63.255.255",
                        "100.128.0.0",
                        "172.15.255.255",
                        "172.32.0.0",
                        "223.255.255.255",
                        "2606:4700::1111",
                        "64:ff9b::1.1.1.1",
                        "2002:101:101::",
                        "::ffff:8.8.8.8")) {
            assertThat(allowed(STRICT, "h", 80, literal)).as(literal).isTrue();
        }
    }

    @Test
    void aNameWithOnePublicAddressGoesThere() throws EgressDeniedException {
        assertThat(STRICT.choose("h", 80, List.of(address("10.0.0.1"), address("1.1.1.1"))))
                .isEqualTo(address("1.1.1.1"));
    }

    @Test
    void theOperatorMayAllowNothingButWhatIsNamed() {
        EgressPolicy policy = new EgressPolicy(List.of("10.1.0.0/16", "api.example"), false);

        assertThat(allowed(policy, "h", 80, "10.1.2.3")).isTrue();
        assertThat(allowed(policy, "api.example", 443, "1.1.1.1")).isTrue();
        assertThatThrownBy(() -> policy.choose("h", 80, List.of(address("1.1.1.1"))))
                .isInstanceOf(EgressDeniedException.class)
                .hasMessageContaining("an address that is not named as allowed");
    }

    @Test
    void theOperatorAllowsRangesAndHosts() {
        EgressPolicy policy =
                new EgressPolicy(
                        List.of(
                                "10.1.0.0/16",
                                "127.0.0.1",
                                " Intranet.Example ",
                                "api.local:8443",
                                "fd00::/8",
                                "[::1]:80"));

        assertThat(allowed(policy, "h", 80, "10.1.2.3")).isTrue();
        assertThat(allowed(policy, "h", 80, "10.2.0.1")).isFalse();
        assertThat(allowed(policy, "h", 80, "127.0.0.1")).isTrue();
        assertThat(allowed(policy, "h", 80, "127.0.0.2")).isFalse();
        assertThat(allowed(policy, "intranet.EXAMPLE", 9, "192.168.0.1")).isTrue();
        assertThat(allowed(policy, "other.intranet.example", 9, "192.168.0.1")).isFalse();
        assertThat(allowed(policy, "api.local", 8443, "192.168.0.1")).isTrue();
        assertThat(allowed(policy, "api.local", 443, "192.168.0.1")).isFalse();
        assertThat(allowed(policy, "h", 80, "fd12::1")).isTrue();
        assertThat(allowed(policy, "::1", 80, "::1")).isTrue();
        assertThat(allowed(policy, "::1", 81, "::1")).isFalse();
        assertThat(allowed(policy, "h", 80, "64:ff9b::10.1.2.3")).isFalse();
    }

    @Test
    void anEntryThatCannotBeReadIsRefused() {
        assertThatThrownBy(() -> new EgressPolicy(List.of("10.0.0.0/33")))
                .hasMessageContaining("10.0.0.0/33");
        assertThatThrownBy(() -> new EgressPolicy(List.of("intranet/8")))
                .hasMessageContaining("intranet/8");
    }
}
