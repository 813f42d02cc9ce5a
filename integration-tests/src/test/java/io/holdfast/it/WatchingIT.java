package io.holdfast.it;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.holdfast.local.suite.InstanceStatus;
import io.holdfast.local.suite.Service;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What somebody sees who watches the suite: health, figures, traces, and who is lost. */
@ExtendWith(WithInstallation.class)
class WatchingIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Installation holdfast;

    WatchingIT(Installation holdfast) {
        this.holdfast = holdfast;
    }

    @ParameterizedTest
    @EnumSource(Service.class)
    void eachServiceTellsOfItsHealthAndItsFigures(Service service) {
        String url = holdfast.suite().url(service);
        for (String check : new String[] {"live", "ready", "started"}) {
            given().get(url + "/q/health/" + check)
                    .then()
                    .statusCode(200)
                    .body("status", equalTo("UP"));
        }
        given().get(url + "/healthz").then().statusCode(200);
        given().get(url + "/q/metrics")
                .then()
                .statusCode(200)
                .body(containsString("jvm_memory_used_bytes"))
                .body(containsString("http_server_requests_seconds_count"));
    }

    @Test
    void aDocumentAndARunThatAsksForItAreOneTraceThroughAllServices() {
        String traceId = UUID.randomUUID().toString().replace("-", "");
        String traceparent = "00-" + traceId + "-00f067aa0ba902b7-01";
        String datasets = holdfast.console().datasetKey();
        String dataset =
                as(datasets, traceparent)
                        .body(Map.of("name", "Traced", "embedding_model", "traced-embedding"))
                        .post("/datasets")
                        .then()
                        .statusCode(200)
                        .extract()
                        .path("id");
        as(datasets, traceparent)
                .body(
                        Map.of(
                                "name", "notes",
                                "text", "Kites fly in the wind.",
                                "indexing_technique", "high_quality",
                                "process_rule", Map.of("mode", "automatic")))
                .post("/datasets/" + dataset + "/document/create-by-text")
                .then()
                .statusCode(200);
        await().atMost(PATIENCE).until(() -> holdfast.models().calls() == 1);
        assertThat(holdfast.models().requests().getFirst().header("traceparent")).contains(traceId);

        as(holdfast.app("knowing.yml", "DATASET", dataset).key(), traceparent)
                .body(Map.of("inputs", Map.of(), "query", "What flies?", "user", "ada"))
                .post("/chat-messages")
                .then()
                .statusCode(200);

        assertThat(holdfast.models().requests().getLast().header("traceparent")).contains(traceId);
        for (Service service : Service.values()) {
            await(service.id())
                    .atMost(PATIENCE)
                    .until(() -> holdfast.traces().hasSpanOf(service.id(), traceId));
        }
    }

    @Test
    void anInstanceThatHangsIsCalledLostAndComesBack() throws Exception {
        String instance = "vector-store-adapter-1";
        long pid = holdfast.suite().pid(instance);
        Signals.send("STOP", pid);
        try {
            await().atMost(PATIENCE)
                    .until(() ->
                            schedulerLog().contains("Instance " + instance + " of")
                                    && schedulerLog().contains("is lost: 3 probes in a row"));
        } finally {
            Signals.send("CONT", pid);
        }

        await().atMost(PATIENCE).until(() -> schedulerLog().contains("is back"));
        holdfast.suite().awaitReady(instance);
        assertThat(holdfast.suite().status())
                .filteredOn(status -> status.instance().equals(instance))
                .extracting(InstanceStatus::pid)
                .containsExactly(pid);
    }

    private String schedulerLog() throws IOException {
        return Files.readString(holdfast.suite().settings().home().log("scheduler-1"));
    }

    private RequestSpecification as(String key, String traceparent) {
        return given().baseUri(holdfast.gateway())
                .basePath("/v1")
                .header("Authorization", "Bearer " + key)
                .header("traceparent", traceparent)
                .contentType("application/json");
    }
}
