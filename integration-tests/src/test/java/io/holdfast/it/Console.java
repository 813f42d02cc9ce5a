package io.holdfast.it;

import static io.restassured.RestAssured.given;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.Map;

/** The console API, as tooling for Dify's console calls it. */
public final class Console {

    private final String gateway;
    private final String token;

    Console(String gateway, String token) {
        this.gateway = gateway;
        this.token = token;
    }

    RequestSpecification request() {
        return given().baseUri(gateway)
                .header("Authorization", "Bearer " + token)
                .contentType("application/json");
    }

    ValidatableResponse importYaml(String yaml) {
        return request()
                .body(Map.of("mode", "yaml-content", "yaml_content", yaml))
                .post("/console/api/apps/imports")
                .then();
    }

    ImportedApp importApp(String yaml) {
        String id =
                importYaml(yaml).log().ifValidationFails().statusCode(200).extract().path("app_id");
        return new ImportedApp(id, key(id));
    }

    String key(String appId) {
        return request()
                .post("/console/api/apps/" + appId + "/api-keys")
                .then()
                .statusCode(201)
                .extract()
                .path("token");
    }

    String datasetKey() {
        return request()
                .post("/console/api/datasets/api-keys")
                .then()
                .statusCode(200)
                .extract()
                .path("token");
    }
}
