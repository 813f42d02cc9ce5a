package io.holdfast.engine.app.node;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.holdfast.contracts.run.RunEvent;
import io.holdfast.contracts.run.RunStatus;
import io.holdfast.engine.app.run.EngineClient;
import io.holdfast.testing.HoldfastInfra;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EchoServer.class)
@QuarkusTestResource(
        value = HoldfastInfra.class,
        initArgs = @ResourceArg(name = HoldfastInfra.KAFKA, value = "false"))
class OutsideNodesQuarkusTest {

    private static final String HEAD =
            """
            version: '0.3.0'
            kind: app
            app: {name: Outside, mode: workflow}
            workflow:
              features: {}
              graph:
                nodes:
                - {id: s, data: {type: start, title: S, variables: [{variable: n, label: N, type: number, required: true}]}}
            """;

    private static final String CODE_AND_REQUEST =
            HEAD
                    + """
                        - id: py
                          data:
                            type: code
                            title: Python
                            code_language: python3
                            variables: [{variable: n, value_selector: [s, n]}]
                            outputs: {twice: {type: number, children: null}}
                            code: |
                              def main(n):
                                  return {"twice": n * 2}
                        - id: js
                          data:
                            type: code
                            title: JavaScript
                            code_language: javascript
                            variables: [{variable: t, value_selector: [py, twice]}]
                            outputs: {said: {type: string, children: null}}
                            code: |
                              function main({t}) {
                                return {said: `it is "${t}"`};
                              }
                        - id: h
                          data:
                            type: http-request
                            title: Tell
                            method: post
                            url: '%s'
                            params: 'n:{{#s.n#}}'
                            headers: ''
                            authorization: {type: api-key, config: {type: bearer, api_key: sesame}}
                            body: {type: json, data: [{type: text, key: '', value: '{"said": "{{#js.said#}}"}'}]}
                        - {id: e, data: {type: end, title: E, outputs: [{variable: body, value_selector: [h, body]}, {variable: status, value_selector: [h, status_code]}]}}
                        edges:
                        - {source: s, sourceHandle: source, target: py}
                        - {source: py, sourceHandle: source, target: js}
                        - {source: js, sourceHandle: source, target: h}
                        - {source: h, sourceHandle: source, target: e}
                    """;

    private static final String REQUEST =
            HEAD
                    + """
                        - {id: h, data: {type: http-request, title: H, method: get, url: '%s', params: '', headers: '', authorization: {type: no-auth}, body: {type: none, data: []}, %s}}
                        - {id: e, data: {type: end, title: E, outputs: [{variable: body, value_selector: [h, body]}]}}
                        - {id: f, data: {type: end, title: F, outputs: [{variable: error, value_selector: [h, error_message]}]}}
                        edges:
                        - {source: s, sourceHandle: source, target: h}
                        - {source: h, sourceHandle: source, target: e}
                        - {source: h, sourceHandle: fail-branch, target: f}
                    """;

    private static final String NO_RETRY = "retry_config: {retry_enabled: false}";

    private static final String BROKEN_CODE =
            HEAD
                    + """
                        - {id: c, data: {type: code, title: C, code_language: python3, variables: [], outputs: {x: {type: string}}, code: "def main():\\n    raise ValueError('not today')\\n"}}
                        - {id: e, data: {type: end, title: E, outputs: [{variable: x, value_selector: [c, x]}]}}
                        edges:
                        - {source: s, sourceHandle: source, target: c}
                        - {source: c, sourceHandle: source, target: e}
                    """;

    @Inject ObjectMapper mapper;

    @ConfigProperty(name = "holdfast.internal.token")
    String token;

    @BeforeEach
    void forgetRequests() {
        EchoServer.SEEN.clear();
        EchoServer.KEYS.clear();
    }

    @Test
    void whatCodeMadeOfTheInputIsSentAndTheAnswerIsTheOutput() {
        RunEvent.Finished end = run(CODE_AND_REQUEST.formatted(EchoServer.url("/tell")));

        assertThat(end.error()).isNull();
        assertThat(end.status()).isEqualTo(RunStatus.SUCCEEDED);
        assertThat(end.outputs())
                .containsEntry("body", "echo {\"said\": \"it is \\\"42\\\"\"}")
                .containsEntry("status", 200);
        assertThat(EchoServer.SEEN)
                .containsExactly(
                        "POST /tell?n=21 application/json Bearer sesame"
                                + " {\"said\": \"it is \\\"42\\\"\"}");
    }

    @Test
    void codeThatRaisesFailsTheRunWithItsError() {
        RunEvent.Finished end = run(BROKEN_CODE);

        assertThat(end.status()).isEqualTo(RunStatus.FAILED);
        assertThat(end.error()).contains("ValueError: not today");
    }

    @Test
    void aBusyServerIsAskedAgain() {
        String retry = "retry_config: {retry_enabled: true, max_retries: 2, retry_interval: 10}";
        RunEvent.Finished end = run(REQUEST.formatted(EchoServer.url("/busy-once"), retry));

        assertThat(end.outputs()).containsEntry("body", "echo ");
        assertThat(EchoServer.SEEN).hasSize(2);
    }

    @Test
    void eachAttemptToChangeSomethingHasItsOwnIdempotencyKey() {
        String retry = "retry_config: {retry_enabled: true, max_retries: 2, retry_interval: 10}";
        String dsl = REQUEST.replace("method: get", "method: post");

        run(dsl.formatted(EchoServer.url("/busy-once"), retry));

        assertThat(EchoServer.SEEN).hasSize(2);
        assertThat(EchoServer.KEYS).hasSize(2).doesNotHaveDuplicates();
        assertThat(EchoServer.KEYS.getFirst()).endsWith("-1");
        assertThat(EchoServer.KEYS.getLast())
                .isEqualTo(EchoServer.KEYS.getFirst().replaceFirst("1$", "2"));
    }

    @Test
    void theAuthorsOwnIdempotencyKeyStays() {
        String dsl =
                REQUEST.replace("method: get", "method: post")
                        .replace("headers: ''", "headers: 'idempotency-key: n-{{#s.n#}}'");

        run(dsl.formatted(EchoServer.url("/tell"), NO_RETRY));

        assertThat(EchoServer.KEYS).containsExactly("n-21");
    }

    @Test
    void aRequestThatChangesNothingNeedsNoIdempotencyKey() {
        run(REQUEST.formatted(EchoServer.url("/tell"), NO_RETRY));

        assertThat(EchoServer.SEEN).hasSize(1);
        assertThat(EchoServer.KEYS).isEmpty();
    }

    @Test
    void anErrorStatusTakesTheFailBranch() {
        String branch = NO_RETRY + ", error_strategy: fail-branch";
        RunEvent.Finished end = run(REQUEST.formatted(EchoServer.url("/missing"), branch));

        assertThat(end.status()).isEqualTo(RunStatus.PARTIAL_SUCCEEDED);
        assertThat(end.outputs()).containsEntry("error", "Request failed with status code 404");
    }

    @Test
    void aPrivateAddressThatNobodyAllowedIsNotAsked() {
        for (String url : List.of("http://10.0.0.1/", "http://127.0.0.1:1/", "http://[::1]/")) {
            RunEvent.Finished end = run(REQUEST.formatted(url, NO_RETRY));

            assertThat(end.status()).isEqualTo(RunStatus.FAILED);
            assertThat(end.error()).contains("was blocked");
        }
    }

    private RunEvent.Finished run(String dsl) {
        return new EngineClient(mapper, token).outcome(dsl, Map.of("n", 21));
    }
}
