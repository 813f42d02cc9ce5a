package io.holdfast.engine.app.tool.openapi;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.holdfast.engine.app.tool.ToolDescription;
import io.swagger.v3.core.util.ObjectMapperFactory;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads an OpenAPI 3 document; nothing that it refers to elsewhere is fetched. */
final class ApiDocument {

    private static final ObjectMapper SCHEMAS = ObjectMapperFactory.createJson();
    private static final List<String> BODIES =
            List.of(
                    "application/json",
                    "application/x-www-form-urlencoded",
                    "multipart/form-data",
                    "text/plain");

    private final OpenAPI api;

    private ApiDocument(OpenAPI api) {
        this.api = api;
    }

    /**
     * @throws IllegalArgumentException when the text is no OpenAPI 3
     */
    static ApiDocument parse(String text) {
        ParseOptions options = new ParseOptions();
        options.setResolve(true);
        options.setResolveFully(true);
        options.setSafelyResolveURL(true); // with no address allowed
        SwaggerParseResult result = new OpenAPIV3Parser().readContents(text, List.of(), options);
        if (result.getOpenAPI() == null || result.getOpenAPI().getPaths() == null) {
            throw new IllegalArgumentException("no OpenAPI 3 document: " + result.getMessages());
        }
        return new ApiDocument(result.getOpenAPI());
    }

    /** The first server that the document names. */
    Optional<String> server() {
        return api.getServers() == null || api.getServers().isEmpty()
                ? Optional.empty()
                : Optional.ofNullable(api.getServers().getFirst().getUrl());
    }

    List<ApiOperation> operations() {
        List<ApiOperation> operations = new ArrayList<>();
        api.getPaths()
                .forEach((path, item) ->
                        item.readOperationsMap()
                                .forEach((method, operation) ->
                                        operations.add(operation(path, item, method, operation))));
        return operations;
    }

    private static ApiOperation operation(
            String path, PathItem item, PathItem.HttpMethod method, Operation operation) {
        List<Parameter> all =
                new ArrayList<>(Optional.ofNullable(item.getParameters()).orElse(List.of()));
        all.addAll(Optional.ofNullable(operation.getParameters()).orElse(List.of()));
        ToolSchema schema = new ToolSchema();
        List<ApiOperation.Parameter> parameters = new ArrayList<>();
        for (Parameter parameter : all) {
            boolean required = Boolean.TRUE.equals(parameter.getRequired());
            Map<String, @Nullable Object> type = map(parameter.getSchema());
            schema.add(parameter.getName(), type, parameter.getDescription(), required);
            parameters.add(
                    new ApiOperation.Parameter(
                            parameter.getName(),
                            parameter.getIn(),
                            required,
                            ToolSchema.type(type)));
        }
        Optional<ApiOperation.Body> body = body(operation, schema);
        String name = name(path, method, operation);
        return new ApiOperation(
                new ToolDescription(
                        name,
                        Optional.ofNullable(operation.getSummary()).orElse(name),
                        Optional.ofNullable(operation.getDescription())
                                .or(() -> Optional.ofNullable(operation.getSummary()))
                                .orElse(""),
                        schema.asMap()),
                method.name(),
                path,
                parameters,
                body);
    }

    /** Operations without an id are named as Dify names them: by path and method. */
    private static String name(String path, PathItem.HttpMethod method, Operation operation) {
        String id = operation.getOperationId();
        return id != null && !id.isBlank()
                ? id
                : path.replaceAll("[^a-zA-Z0-9]+", "_").replaceAll("^_|_$", "")
                        + "_"
                        + method.name().toLowerCase(Locale.ROOT);
    }

    private static Optional<ApiOperation.Body> body(Operation operation, ToolSchema schema) {
        if (operation.getRequestBody() == null || operation.getRequestBody().getContent() == null) {
            return Optional.empty();
        }
        Map<String, MediaType> contents = operation.getRequestBody().getContent();
        for (String type : BODIES) {
            MediaType content = contents.get(type);
            if (content != null) {
                return Optional.of(body(type, map(content.getSchema()), schema));
            }
        }
        return Optional.empty();
    }

    /** The properties of an object are parameters of the tool; anything else is one parameter. */
    private static ApiOperation.Body body(
            String mediaType, Map<String, @Nullable Object> whole, ToolSchema schema) {
        if (!(whole.get("properties") instanceof Map<?, ?> properties)) {
            schema.add("body", whole, null, true);
            return new ApiOperation.Body(mediaType, Map.of("body", ToolSchema.type(whole)), "body");
        }
        List<?> required = whole.get("required") instanceof List<?> names ? names : List.of();
        Map<String, String> types = new LinkedHashMap<>();
        properties.forEach((key, property) -> {
            String name = String.valueOf(key);
            Map<String, @Nullable Object> one = map(property);
            schema.add(name, one, null, required.contains(name));
            types.put(name, ToolSchema.type(one));
        });
        return new ApiOperation.Body(mediaType, types, null);
    }

    @SuppressWarnings("unchecked") // a JSON schema is an object
    private static Map<String, @Nullable Object> map(@Nullable Object schema) {
        return schema == null
                ? new LinkedHashMap<>()
                : SCHEMAS.convertValue(schema, LinkedHashMap.class);
    }
}
