package io.holdfast.engine.app.tool.openapi;

import io.holdfast.engine.app.egress.OutboundResponse;
import io.holdfast.engine.app.tool.ToolDescription;
import io.holdfast.engine.app.tool.ToolException;
import io.holdfast.engine.app.tool.ToolHttp;
import io.holdfast.engine.app.tool.ToolProvider;
import io.holdfast.engine.app.tool.ToolUsage;
import io.holdfast.engine.app.tool.UnknownToolException;
import io.holdfast.engine.node.tool.ToolReply;
import io.holdfast.engine.value.JsonReader;
import io.holdfast.engine.value.JsonSyntaxException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A web API in the place of a provider; each of its operations is a tool (dsl.md 3.15). */
public final class ApiProvider implements ToolProvider {

    private static final int REFUSED = 400;

    private final String id;
    private final String server;
    private final ApiAuthorization authorization;
    private final Map<String, ApiOperation> operations = new LinkedHashMap<>();
    private final ToolHttp http;

    private ApiProvider(
            String id,
            String server,
            ApiAuthorization authorization,
            List<ApiOperation> operations,
            ToolHttp http) {
        this.id = id;
        this.server = server;
        this.authorization = authorization;
        this.http = http;
        operations.forEach(
                operation -> this.operations.put(operation.description().name(), operation));
    }

    /**
     * The provider that a document describes.
     *
     * @param document OpenAPI 3, as JSON or YAML
     * @param server where it answers; null for the first that the document names
     * @throws IllegalArgumentException when the document cannot be read or no server is known
     */
    public static ApiProvider of(
            String id,
            String document,
            @Nullable String server,
            ApiAuthorization authorization,
            ToolHttp http) {
        ApiDocument api = ApiDocument.parse(document);
        String address =
                Optional.ofNullable(server)
                        .or(api::server)
                        .filter(url -> URI.create(url).getHost() != null)
                        .orElseThrow(() ->
                                new IllegalArgumentException(
                                        "server is required: the document names none"));
        return new ApiProvider(id, address, authorization, api.operations(), http);
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public Optional<ToolDescription> describe(String tool) {
        return Optional.ofNullable(operations.get(tool)).map(ApiOperation::description);
    }

    @Override
    public ToolReply use(ToolUsage usage) throws InterruptedException {
        ApiOperation operation = operations.get(usage.tool());
        if (operation == null) {
            throw new UnknownToolException(usage.tool());
        }
        OutboundResponse response =
                http.send(
                        ApiRequest.write(operation, server, authorization, usage.given()),
                        URI.create(server));
        String text = response.body().toString(StandardCharsets.UTF_8);
        if (response.status() >= REFUSED) {
            throw new ToolException(
                    "Request failed with status code " + response.status() + " and " + text);
        }
        return new ToolReply(text, json(text), Map.of());
    }

    private static List<@Nullable Object> json(String text) {
        try {
            Object value = JsonReader.read(text);
            return value instanceof Map<?, ?> || value instanceof List<?>
                    ? List.of(value)
                    : List.of();
        } catch (JsonSyntaxException _) {
            return List.of();
        }
    }
}
