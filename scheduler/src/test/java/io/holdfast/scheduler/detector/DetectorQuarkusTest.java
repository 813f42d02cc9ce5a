package io.holdfast.scheduler.detector;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.holdfast.platform.internal.InternalCredential;
import io.holdfast.testing.HoldfastInfra;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(DetectorQuarkusTest.Nobody.class)
@QuarkusTestResource(HoldfastInfra.class)
class DetectorQuarkusTest {

    private final InternalCredential credential;

    @Inject
    DetectorQuarkusTest(InternalCredential credential) {
        this.credential = credential;
    }

    /** Nobody is where the others should be, and the rounds are short. */
    public static final class Nobody implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "holdfast.detector.every", "300MS",
                    "holdfast.detector.timeout", "200MS",
                    "holdfast.peers.gateway", "http://127.0.0.1:1",
                    "holdfast.peers.engine", "http://127.0.0.1:1,http://127.0.0.1:2");
        }
    }

    @Test
    void lostInstancesAreListedForTheSuiteAlone() {
        given().get("/internal/v1/instances").then().statusCode(401);

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() ->
                        given().header("Authorization", credential.header())
                                .get("/internal/v1/instances")
                                .then()
                                .statusCode(200)
                                .body("[0].service", equalTo("api-gateway"))
                                .body("[0].state", equalTo("LOST"))
                                .body("[0].instance", nullValue())
                                .body("[1].url", equalTo("http://127.0.0.1:1"))
                                .body("[2].url", equalTo("http://127.0.0.1:2"))
                                .body("[2].state", equalTo("LOST")));
    }
}
