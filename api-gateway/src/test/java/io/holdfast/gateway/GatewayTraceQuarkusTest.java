package io.holdfast.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.gateway.fake.Client;
import io.holdfast.gateway.fake.Stories;
import io.holdfast.gateway.fake.Suite;
import io.holdfast.testing.HoldfastInfra;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A run is asked for in the trace of the call that wants it. */
@QuarkusTest
@TestProfile(GatewayTraceQuarkusTest.Traced.class)
@QuarkusTestResource(Suite.class)
@QuarkusTestResource(
        value = HoldfastInfra.class,
        initArgs = @ResourceArg(name = HoldfastInfra.KAFKA, value = "false"))
class GatewayTraceQuarkusTest {

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
    @ValueSource(strings = {"blocking", "streaming"})
    void theEngineIsAskedInTheTraceOfTheCall(String mode) {
        Suite.WORLD.acceptAll();
        Suite.WORLD.script(Stories.twoWords());
        String key = Client.keyOfNew("workflow", "Traced " + mode);
        Suite.FIRST.traces().clear();
        Suite.SECOND.traces().clear();

        Client.with(key)
                .header("traceparent", "00-" + TRACE + "-" + CALLERS_SPAN + "-01")
                .contentType(ContentType.JSON)
                .body(Map.of("inputs", Map.of(), "user", "ada", "response_mode", mode))
                .post("/v1/workflows/run")
                .then()
                .statusCode(200);

        List<String> traces =
                Stream.of(Suite.FIRST, Suite.SECOND)
                        .map(engine -> engine.traces().get("/internal/v1/runs"))
                        .filter(Objects::nonNull)
                        .toList();
        assertThat(traces)
                .singleElement()
                .satisfies(trace ->
                        assertThat(trace)
                                .startsWith("00-" + TRACE + "-")
                                .doesNotContain(CALLERS_SPAN));
    }
}
