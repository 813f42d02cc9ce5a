package io.holdfast.model;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.testing.HoldfastInfra;
import io.holdfast.testing.model.MockReply;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A call to an upstream belongs to the trace of the call that caused it. */
@QuarkusTest
@TestProfile(ModelTraceQuarkusTest.Traced.class)
@QuarkusTestResource(value = TracedUpstream.class, restrictToAnnotatedClass = true)
@QuarkusTestResource(
        value = HoldfastInfra.class,
        initArgs = @ResourceArg(name = HoldfastInfra.KAFKA, value = "false"))
class ModelTraceQuarkusTest {

    private static final String TRACE = "0123456789abcdef0123456789abcdef";
    private static final String CALLERS_SPAN = "00f067aa0ba902b7";

    /** Tracing is on and nothing is sent anywhere. */
    public static final class Traced implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "quarkus.otel.sdk.disabled", "false", "quarkus.otel.traces.exporter", "none");
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void theUpstreamIsAskedInTheTraceOfTheCall(boolean stream) {
        TracedUpstream.UPSTREAM.reset();
        TracedUpstream.UPSTREAM.always(MockReply.text("hello"));

        given().header("Authorization", "Bearer for-tests")
                .header("traceparent", "00-" + TRACE + "-" + CALLERS_SPAN + "-01")
                .contentType("application/json")
                .body(
                        """
                        {"model":"gpt-4o","stream":%s,
                         "messages":[{"role":"user","content":"hi"}]}\
                        """
                                .formatted(stream))
                .post("/v1/chat/completions")
                .then()
                .statusCode(200);

        assertThat(TracedUpstream.UPSTREAM.requests())
                .singleElement()
                .satisfies(request ->
                        assertThat(request.header("traceparent"))
                                .startsWith("00-" + TRACE + "-")
                                .doesNotContain(CALLERS_SPAN));
    }
}
