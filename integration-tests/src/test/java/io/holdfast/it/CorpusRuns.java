package io.holdfast.it;

import static io.restassured.RestAssured.given;

import io.restassured.response.ExtractableResponse;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Calls an app of which nothing is known but its form. */
final class CorpusRuns {

    private final String api;

    CorpusRuns(String api) {
        this.api = api;
    }

    /** Runs an app once, with something in every field. */
    ExtractableResponse<Response> run(String key, String mode) {
        Map<String, Object> inputs = new LinkedHashMap<>();
        List<Map<String, Map<String, Object>>> form =
                as(key).queryParam("user", "ada")
                        .get(api + "/parameters")
                        .then()
                        .statusCode(200)
                        .extract()
                        .path("user_input_form");
        for (Map<String, Map<String, Object>> control : form) {
            for (Map.Entry<String, Map<String, Object>> field : control.entrySet()) {
                inputs.put(
                        String.valueOf(field.getValue().get("variable")),
                        value(key, field.getKey(), field.getValue()));
            }
        }
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("inputs", inputs);
        body.put("user", "ada");
        body.put("response_mode", mode.equals("agent-chat") ? "streaming" : "blocking");
        body.put("query", "Tell me about ships");
        return as(key).body(body).post(api + path(mode)).then().extract();
    }

    private Object value(String key, String type, Map<String, Object> field) {
        return switch (type) {
            case "file" -> file(key, field);
            case "file-list" -> List.of(file(key, field));
            case "select" -> field.get("options") instanceof List<?> all ? all.getFirst() : "";
            case "number" -> 7;
            case "checkbox" -> true;
            default -> "ship";
        };
    }

    /** Uploads a file of a kind that the field takes. */
    private Map<String, Object> file(String key, Map<String, Object> field) {
        List<?> types = field.get("allowed_file_types") instanceof List<?> all ? all : List.of();
        String type = String.valueOf(types.getLast());
        String id =
                given().header("Authorization", "Bearer " + key)
                        .multiPart(
                                "file", name(type, field), new byte[] {'a', ',', 'b'}, "text/plain")
                        .multiPart("user", "ada")
                        .post(api + "/files/upload")
                        .then()
                        .statusCode(201)
                        .extract()
                        .path("id");
        return Map.of("type", type, "transfer_method", "local_file", "upload_file_id", id);
    }

    private static String name(String type, Map<String, Object> field) {
        return switch (type) {
            case "image" -> "ship.png";
            case "custom" ->
                    field.get("allowed_file_extensions") instanceof List<?> own
                            ? "notes" + own.getLast()
                            : "notes";
            default -> "notes.txt";
        };
    }

    private static String path(String mode) {
        return switch (mode) {
            case "workflow" -> "/workflows/run";
            case "completion" -> "/completion-messages";
            default -> "/chat-messages";
        };
    }

    private static RequestSpecification as(String key) {
        return given().header("Authorization", "Bearer " + key).contentType("application/json");
    }
}
