package io.holdfast.it;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Runs that nobody calls for: webhooks and schedules, through crashes. */
@ExtendWith(WithInstallation.class)
class TriggerIT {

    private static final String ENGINE = "execution-engine-1";
    private static final String SCHEDULER = "scheduler-1";
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Installation holdfast;

    TriggerIT(Installation holdfast) {
        this.holdfast = holdfast;
    }

    @Test
    void aWebhookThatWasAnsweredBeginsItsRunThoughTheEngineDies() throws Exception {
        String url = webhook(holdfast.app("hooked.yml"));

        json("{\"order\": 7}")
                .post(url)
                .then()
                .statusCode(400)
                .body("message", equalTo("Required header missing: X-Shop"));
        json("{\"order\": \"7\"}")
                .header("X-Shop", "tea")
                .post(url)
                .then()
                .statusCode(400)
                .body("message", containsString("Expected number, got str"));
        given().get(url)
                .then()
                .statusCode(400)
                .body("message", containsString("Expected POST, got GET"));
        given().get(holdfast.gateway() + "/triggers/webhook/nobody").then().statusCode(404);

        json("{\"order\": 7}")
                .header("x-shop", "tea")
                .post(url + "?urgent=true")
                .then()
                .statusCode(202)
                .body("taken", equalTo(true));
        holdfast.suite().kill(ENGINE);

        await().atMost(PATIENCE).until(() -> holdfast.target().visits("/orders/7/tea") > 0);
        holdfast.suite().awaitReady(ENGINE);
        assertThat(holdfast.target().visits("/orders/7/tea"))
                .as("one run; a node that was cut off may be done again")
                .isBetween(1L, 2L);
    }

    @Test
    void aScheduleFiresEachMinuteOnceThoughItsSchedulerDies() throws Exception {
        ImportedApp app = holdfast.app("ticking.yml");
        long before = ticks().size();
        holdfast.suite().kill(SCHEDULER);

        await().atMost(PATIENCE).until(() -> ticks().size() > before);
        holdfast.suite().awaitReady(SCHEDULER);
        given().header("Authorization", "Bearer " + holdfast.suite().consoleToken())
                .delete(holdfast.gateway() + "/console/api/apps/" + app.id())
                .then()
                .statusCode(204);

        assertThat(ticks()).doesNotHaveDuplicates();
    }

    private List<String> ticks() {
        return holdfast.target().visits().stream()
                .map(CountingTarget.Visit::path)
                .filter(path -> path.startsWith("/ticks/"))
                .toList();
    }

    private String webhook(ImportedApp app) {
        String path =
                given().header("Authorization", "Bearer " + holdfast.suite().consoleToken())
                        .get(holdfast.gateway() + "/console/api/apps/" + app.id() + "/triggers")
                        .then()
                        .statusCode(200)
                        .extract()
                        .path("data[0].path");
        return holdfast.gateway() + path;
    }

    private static RequestSpecification json(String body) {
        return given().contentType("application/json").body(body);
    }
}
