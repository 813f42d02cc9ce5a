package io.holdfast.it;

import static io.restassured.RestAssured.given;

import io.restassured.response.ExtractableResponse;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Calls an app of which nothing is known but its form. */
final class CorpusRuns {

    private final String api;

    CorpusRuns(String api) {
        this.api = api;
    }

    /**
     * Runs an app once, with something in every field.
     *
     * @return the answer; empty when the form wants a file
     */
    Optional<ExtractableResponse<Response>> run(String key, String mode) {
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
                boolean file = field.getKey().startsWith("file");
                if (file && Boolean.TRUE.equals(field.getValue().get("required"))) {
                    return Optional.empty();
                }
                if (!file) {
                    inputs.put(
                            String.valueOf(field.getValue().get("variable")),
                            value(field.getKey(), field.getValue()));
                }
            }
        }
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("inputs", inputs);
        body.put("user", "ada");
        body.put("response_mode", "blocking");
        body.put("query", "Tell me about ships");
        return Optional.of(as(key).body(body).post(api + path(mode)).then().extract());
    }

    private static Object value(String type, Map<String, Object> field) {
        return switch (type) {
            case "select" -> field.get("options") instanceof List<?> all ? all.getFirst() : "";
            case "number" -> 7;
            case "checkbox" -> true;
            default -> "ship";
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
