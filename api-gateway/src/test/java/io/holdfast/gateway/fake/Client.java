package io.holdfast.gateway.fake;

import static io.restassured.RestAssured.given;

import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A caller of the gateway. */
public final class Client {

    private static final RestAssuredConfig PLAIN =
            RestAssuredConfig.config()
                    .encoderConfig(
                            EncoderConfig.encoderConfig()
                                    .appendDefaultContentCharsetToContentTypeIfUndefined(false));

    private Client() {}

    /** With the console token. */
    public static RequestSpecification console() {
        return with(Suite.CONSOLE_TOKEN);
    }

    /** With a key. */
    public static RequestSpecification with(String key) {
        return given().config(PLAIN).header("Authorization", "Bearer " + key);
    }

    /** Imports an app of a mode and gives its id. */
    public static String importApp(String mode, String name) {
        return console()
                .contentType(ContentType.JSON)
                .body(
                        Map.of(
                                "mode",
                                "yaml-content",
                                "yaml_content",
                                "app: {mode: " + mode + ", name: " + name + "}"))
                .post("/console/api/apps/imports")
                .then()
                .statusCode(200)
                .extract()
                .path("app_id");
    }

    /** A key of an app. */
    public static String keyOf(String appId) {
        return console()
                .contentType(ContentType.JSON)
                .post("/console/api/apps/" + appId + "/api-keys")
                .then()
                .statusCode(201)
                .extract()
                .path("token");
    }

    /** A key of a new app of a mode. */
    public static String keyOfNew(String mode, String name) {
        return keyOf(importApp(mode, name));
    }

    public static Response post(String key, String path, Map<String, ?> body) {
        return with(key).contentType(ContentType.JSON).body(body).post(path);
    }

    /** The stream's blocks, pings left out. */
    public static List<String> frames(Response response) {
        List<String> frames = new ArrayList<>();
        for (String block : response.asString().split("\n\n", -1)) {
            if (!block.isEmpty() && !block.equals("event: ping")) {
                frames.add(block);
            }
        }
        return frames;
    }
}
