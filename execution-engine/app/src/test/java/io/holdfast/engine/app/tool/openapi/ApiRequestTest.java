package io.holdfast.engine.app.tool.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.holdfast.engine.app.tool.ToolException;
import io.holdfast.engine.app.tool.ToolHttp;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Operations of a web API as tools, and how they are called. */
class ApiRequestTest {

    private static final String DOCUMENT =
            """
            openapi: 3.0.1
            info: {title: Harbour, version: '1'}
            servers: [{url: 'https://harbour.example/api/'}]
            paths:
              /ships/{id}:
                parameters:
                - {name: id, in: path, required: true, schema: {type: integer}}
                get:
                  operationId: getShip
                  summary: Gets a ship
                  parameters:
                  - {name: fields, in: query, schema: {type: array, items: {type: string}}}
                  - {name: X-Trace, in: header, schema: {type: string}}
                  - {name: berth, in: cookie, schema: {type: string}}
                post:
                  description: Changes a ship
                  requestBody:
                    content:
                      application/json:
                        schema: {$ref: '#/components/schemas/Change'}
              /search:
                post:
                  operationId: search
                  requestBody:
                    content:
                      application/x-www-form-urlencoded:
                        schema: {type: object, properties: {q: {type: string}}}
            components:
              schemas:
                Change:
                  type: object
                  required: [name]
                  properties:
                    name: {type: string, description: its new name}
                    tons: {type: number}
                    crew: {type: array, items: {type: string}}
            """;

    private final List<ApiOperation> operations = ApiDocument.parse(DOCUMENT).operations();

    private ApiOperation operation(String name) {
        return operations.stream()
                .filter(known -> known.description().name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private ToolHttp.Request write(String name, Map<String, ?> given) {
        return ApiRequest.write(
                operation(name),
                "https://harbour.example/api/",
                new ApiAuthorization.Header("Authorization", "Bearer key"),
                new LinkedHashMap<>(given));
    }

    @Test
    void eachOperationIsATool() {
        assertThat(operations)
                .extracting(known -> known.description().name())
                .containsExactly("getShip", "ships_id_post", "search");
        assertThat(operation("ships_id_post").description().parameters().toString())
                .contains("its new name", "required=[id, name]");
        assertThat(ApiDocument.parse(DOCUMENT).server()).contains("https://harbour.example/api/");
    }

    @Test
    void parametersGoWhereTheyBelong() {
        ToolHttp.Request request =
                write(
                        "getShip",
                        Map.of(
                                "id",
                                "7",
                                "fields",
                                "[\"name\", \"a b\"]",
                                "X-Trace",
                                "on\r\nX-Evil: 1",
                                "berth",
                                "B 2"));

        assertThat(request.method()).isEqualTo("GET");
        assertThat(request.url())
                .isEqualTo("https://harbour.example/api/ships/7?fields=name&fields=a%20b");
        assertThat(request.headers())
                .containsEntry("Authorization", "Bearer key")
                .containsEntry("X-Trace", "on  X-Evil: 1")
                .containsEntry("Cookie", "berth=B%202");
    }

    @Test
    void aBodyHasTheTypesOfItsSchema() {
        ToolHttp.Request request =
                write(
                        "ships_id_post",
                        Map.of("id", 7L, "name", "12", "tons", "3.5", "crew", List.of("Bob")));

        assertThat(request.body().toString())
                .isEqualTo("{\"name\": \"12\", \"tons\": 3.5, \"crew\": [\"Bob\"]}");
        assertThat(request.headers()).containsEntry("Content-Type", "application/json");
        assertThat(write("search", Map.of("q", "a&b")).body().toString()).isEqualTo("q=a%26b");
    }

    @Test
    void whatIsMissingOrWrongIsTold() {
        assertThatThrownBy(() -> write("getShip", Map.of()))
                .isInstanceOf(ToolException.class)
                .hasMessage("Missing required parameter id");
        assertThatThrownBy(() -> write("getShip", Map.of("id", "seven")))
                .hasMessage("id must be of type integer, not 'seven'");
        assertThatThrownBy(() -> ApiDocument.parse("swagger: '2.0'"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
