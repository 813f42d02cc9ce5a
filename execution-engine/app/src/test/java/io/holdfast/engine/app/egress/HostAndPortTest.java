package io.holdfast.engine.app.egress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.buffer.Buffer;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HostAndPortTest {

    @Test
    void namesOfContainersMayHaveUnderscores() throws OutboundException {
        assertThat(of("http://my_service:8080/x")).isEqualTo(new HostAndPort("my_service", 8080));
        assertThat(of("http://me:word@my_service/")).isEqualTo(new HostAndPort("my_service", 80));
    }

    @Test
    void bracketsAreNoPartOfAnAddress() throws OutboundException {
        assertThat(of("http://[::1]:81/")).isEqualTo(new HostAndPort("::1", 81));
        assertThat(of("http://api.example/")).isEqualTo(new HostAndPort("api.example", 80));
    }

    @Test
    void whatNamesNoServerIsRefused() {
        for (String url : List.of("http:/x", "http://a_b:c/", "http://a_b:99999/")) {
            assertThatThrownBy(() -> of(url))
                    .isInstanceOf(OutboundException.class)
                    .hasMessage("Not a URL that can be requested: http://...");
        }
    }

    @Test
    void aRedirectFromOneSuchNameToAnotherLosesTheAuthorization() throws OutboundException {
        assertThat(redirected("http://a_b/", "http://c_d/")).isEmpty();
        assertThat(redirected("http://a_b/", "http://a_b/x")).containsKey("Authorization");
    }

    private static HostAndPort of(String url) throws OutboundException {
        return HostAndPort.of(URI.create(url), 80);
    }

    private static Map<String, String> redirected(String from, String to) throws OutboundException {
        Duration wait = Duration.ofSeconds(1);
        Map<String, String> headers = Map.of("Authorization", "Bearer secret");
        OutboundRequest sent =
                new OutboundRequest(
                        "GET", URI.create(from), headers, Buffer.buffer(), wait, wait, true);
        OutboundResponse response =
                new OutboundResponse(
                        302, sent.url(), Map.of("location", List.of(to)), Buffer.buffer());
        OutboundRequest next = Redirects.follow(sent, response);
        assertThat(next).isNotNull();
        return next.headers();
    }
}
