package io.holdfast.engine.node.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.holdfast.engine.dsl.ErrorPolicy;
import io.holdfast.engine.node.NodeOutcome;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The rules of dsl.md 3.7 for what is sent and what an answer means. */
class HttpRequestNodeTest {

    private final HttpNodeFixture node = new HttpNodeFixture();

    @Test
    void valuesGoIntoTheUrlAndWhatAUriForbidsIsEscaped() {
        node.given.with("s.q", "a b/ü%20");
        node.text("url", "https://api.example/{{#s.q#}}?x=[1]#there");

        assertThat(node.call().url()).isEqualTo("https://api.example/a%20b/%C3%BC%20?x=%5B1%5D");
    }

    @Test
    void aHostOfAnotherScriptIsWrittenInAscii() {
        node.text("url", "https://bücher.example:8443/x");

        assertThat(node.call().url()).isEqualTo("https://xn--bcher-kva.example:8443/x");
    }

    @Test
    void urlsThatAreNoneAreRefused() {
        assertRefused("", "InvalidURLError", "url is required");
        assertRefused("ftp://x", "InvalidURLError", "url should start with http:// or https://");
        assertRefused(
                "https://a.example/\nb",
                "InvalidURLError",
                "The url has a character that cannot be printed");
        assertRefused(
                "{{#s.gone#}}", "InvalidURLError", "url should start with http:// or https://");
    }

    private static void assertRefused(String url, String type, String message) {
        NodeOutcome.Failed failure = new HttpNodeFixture().text("url", url).failure();

        assertThat(failure.errorType()).isEqualTo(type);
        assertThat(failure.message()).isEqualTo(message);
    }

    @Test
    void paramsAreSplitBeforeValuesGoIn() {
        node.given.with("s.q", "a:b\nc&d");
        node.text("url", "https://api.example/?k=0").text("params", "q:{{#s.q#}}\n:x\nq : 2\nz");

        assertThat(node.call().url()).isEqualTo("https://api.example/?k=0&q=a%3Ab%0Ac%26d&q=2&z=");
    }

    @Test
    void headersAreSplitAfterValuesWentIn() {
        node.given.with("s.q", "1\nX-B:2");
        node.text("headers", "X-A:{{#s.q#}}\nX-C\nX-A: 3");

        assertThat(node.call().headers())
                .containsExactly(entry("X-B", "2"), entry("X-C", ""), entry("X-A", "3"));
    }

    @Test
    void headersThatDifferOnlyInCaseAreOneTheLaterWins() {
        node.text("headers", "x-a: 1\nX-A: 2");

        assertThat(node.call().headers()).containsExactly(entry("X-A", "2"));
    }

    @Test
    void methodsAreOfAnyCaseAndOptionsIsNone() {
        assertThat(node.text("method", "Patch").call().method()).isEqualTo("PATCH");
        assertThat(node.text("method", "options").failure().errorType())
                .isEqualTo("InvalidHttpMethodError");
    }

    @Test
    void authorizationProvesWhoAsks() {
        node.given.with("env.KEY", "k");

        assertThat(authorized("{\"type\": \"bearer\", \"api_key\": \"{{#env.KEY#}}\"}"))
                .containsExactly(entry("Authorization", "Bearer k"));
        assertThat(authorized("{\"type\": \"basic\", \"api_key\": \"u:p\"}"))
                .containsExactly(entry("Authorization", "Basic dTpw"));
        assertThat(authorized("{\"type\": \"basic\", \"api_key\": \"dTpw\"}"))
                .containsExactly(entry("Authorization", "Basic dTpw"));
        assertThat(authorized("{\"type\": \"custom\", \"api_key\": \"k\", \"header\": \"X-Key\"}"))
                .containsExactly(entry("X-Key", "k"));
    }

    private Map<String, String> authorized(String config) {
        return node.with("authorization", "{\"type\": \"api-key\", \"config\": " + config + "}")
                .call()
                .headers();
    }

    @Test
    void aBlankKeyIsRefusedButNotForNoAuth() {
        node.with("authorization", "{\"type\": \"api-key\", \"config\": {\"type\": \"bearer\"}}");
        assertThat(node.failure().errorType()).isEqualTo("AuthorizationConfigError");

        node.with("authorization", "{\"type\": \"no-auth\", \"config\": {\"type\": \"bearer\"}}");
        assertThat(node.call().headers()).isEmpty();
    }

    @Test
    void waitingIsBoundedByTheMaximumWhichIsTheDefault() {
        assertThat(node.call().connect()).isEqualTo(Duration.ofSeconds(10));
        assertThat(node.call().read()).isEqualTo(Duration.ofMinutes(10));

        HttpCall call = node.with("timeout", "{\"connect\": 99, \"read\": 1.5}").call();
        assertThat(call.connect()).isEqualTo(Duration.ofSeconds(10));
        assertThat(call.read()).isEqualTo(Duration.ofMillis(1500));
        assertThat(node.with("timeout", "{\"connect\": 0}").call().connect())
                .isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void nobodyWaitsLongerThanTheMaximum() {
        HttpCall at = node.with("timeout", "{\"connect\": 10, \"read\": 600}").call();
        assertThat(at.connect()).isEqualTo(Duration.ofSeconds(10));
        assertThat(at.read()).isEqualTo(Duration.ofMinutes(10));

        HttpCall past = node.with("timeout", "{\"connect\": 11, \"read\": 601}").call();
        assertThat(past.connect()).isEqualTo(Duration.ofSeconds(10));
        assertThat(past.read()).isEqualTo(Duration.ofMinutes(10));
    }

    @Test
    void certificatesAreCheckedUnlessSwitchedOff() {
        assertThat(node.call().verifyTls()).isTrue();
        assertThat(node.with("ssl_verify", "false").call().verifyTls()).isFalse();
    }

    @Test
    void anErrorStatusIsASuccessUnlessTheNodeHandlesFailures() {
        var missing = new HttpReply.Answered(404, Map.of("x", "y"), "gone");

        assertThat(node.after(missing))
                .isInstanceOfSatisfying(
                        NodeOutcome.Succeeded.class,
                        done ->
                                assertThat(done.outputs())
                                        .containsEntry("status_code", 404L)
                                        .containsEntry("body", "gone")
                                        .containsEntry("headers", Map.of("x", "y"))
                                        .containsEntry("files", List.of()));
        assertFails(new HttpNodeFixture().strategy(ErrorPolicy.Strategy.FAIL_BRANCH), missing);
        assertFails(
                new HttpNodeFixture().with("retry_config", "{\"retry_enabled\": true}"), missing);
    }

    private static void assertFails(HttpNodeFixture handling, HttpReply reply) {
        assertThat(handling.after(reply))
                .isInstanceOfSatisfying(
                        NodeOutcome.Failed.class,
                        failed -> {
                            assertThat(failed.errorType()).isEqualTo("HTTPResponseCodeError");
                            assertThat(failed.message())
                                    .isEqualTo("Request failed with status code 404");
                        });
    }

    @Test
    void whatWasSentIsShownWithoutTheProofOfIdentity() {
        node.text("method", "post")
                .text("url", "https://me:word@api.example/v1")
                .text("params", "a:1")
                .with("body", "{\"type\": \"raw-text\", \"data\": [{\"value\": \"hi\"}]}");
        authorized("{\"type\": \"bearer\", \"api_key\": \"key\"}");

        NodeOutcome outcome = node.after(HttpReply.Failed.of("no way"));

        assertThat(outcome.processData())
                .containsExactly(
                        entry(
                                "request",
                                String.join(
                                        "\r\n",
                                        "POST /v1?a=1 HTTP/1.1",
                                        "Host: api.example",
                                        "Content-Type: text/plain",
                                        "Authorization: **********",
                                        "",
                                        "hi")));
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        NodeOutcome.Failed.class,
                        failed -> assertThat(failed.errorType()).isEqualTo("HttpRequestNodeError"));
    }
}
