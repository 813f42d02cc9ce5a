package io.holdfast.engine.app.tool.openapi;

import io.holdfast.engine.app.egress.OutboundResponse;
import io.holdfast.engine.app.file.ToolFiles;
import io.holdfast.engine.app.tool.ToolDescription;
import io.holdfast.engine.app.tool.ToolException;
import io.holdfast.engine.app.tool.ToolHttp;
import io.holdfast.engine.app.tool.ToolProvider;
import io.holdfast.engine.app.tool.ToolUsage;
import io.holdfast.engine.app.tool.UnknownToolException;
import io.holdfast.engine.context.RunStart;
import io.holdfast.engine.file.FileNames;
import io.holdfast.engine.node.tool.ToolReply;
import io.holdfast.engine.value.JsonReader;
import io.holdfast.engine.value.JsonSyntaxException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A web API in the place of a provider; each of its operations is a tool (dsl.md 3.15). */
public final class ApiProvider implements ToolProvider {

    private static final int REFUSED = 400;

    /** What is no text for an app to read. */
    private static final List<String> FILES =
            List.of(
                    "image/",
                    "audio/",
                    "video/",
                    "application/pdf",
                    "application/zip",
                    "application/octet-stream",
                    "application/vnd.openxmlformats",
                    "application/vnd.ms-");

    private final String id;
    private final String server;
    private final ApiAuthorization authorization;
    private final Map<String, ApiOperation> operations = new LinkedHashMap<>();
    private final ToolHttp http;
    private final ToolFiles files;

    private ApiProvider(
            String id,
            String server,
            ApiAuthorization authorization,
            List<ApiOperation> operations,
            ToolHttp http,
            ToolFiles files) {
        this.id = id;
        this.server = server;
        this.authorization = authorization;
        this.http = http;
        this.files = files;
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
            ToolHttp http,
            ToolFiles files) {
        ApiDocument api = ApiDocument.parse(document);
        String address =
                Optional.ofNullable(server)
                        .or(api::server)
                        .filter(url -> URI.create(url).getHost() != null)
                        .orElseThrow(() ->
                                new IllegalArgumentException(
                                        "server is required: the document names none"));
        return new ApiProvider(id, address, authorization, api.operations(), http, files);
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
        if (response.status() < REFUSED && isFile(response)) {
            return file(usage.run(), response);
        }
        String text = response.body().toString(StandardCharsets.UTF_8);
        if (response.status() >= REFUSED) {
            throw new ToolException(
                    "Request failed with status code " + response.status() + " and " + text);
        }
        return new ToolReply(text, json(text), Map.of());
    }

    private static boolean isFile(OutboundResponse response) {
        return FILES.stream().anyMatch(type(response)::startsWith);
    }

    private static String type(OutboundResponse response) {
        List<String> types = response.headers().getOrDefault("content-type", List.of());
        return types.isEmpty() ? "" : types.getFirst().toLowerCase(Locale.ROOT);
    }

    private ToolReply file(RunStart run, OutboundResponse response) {
        String type = type(response).split(";", 2)[0].strip();
        String name = FileNames.ofUrl(response.url().toString());
        return new ToolReply(
                "",
                List.of(),
                Map.of(),
                List.of(
                        files.keep(
                                run,
                                response.body().getBytes(),
                                type,
                                name.contains(".") ? name : "")));
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
