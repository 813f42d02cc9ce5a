package io.holdfast.gateway.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.holdfast.gateway.config.GatewayConfig;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** One request, its body not yet read. */
public final class Call {

    private static final Pattern JSON_TYPE = Pattern.compile("application/([^;\\s]+\\+)?json");

    private final HttpServerRequest request;
    private final Map<String, String> parameters;
    private final ObjectMapper mapper;
    private final GatewayConfig config;

    Call(
            HttpServerRequest request,
            Map<String, String> parameters,
            ObjectMapper mapper,
            GatewayConfig config) {
        this.request = request;
        this.parameters = parameters;
        this.mapper = mapper;
        this.config = config;
    }

    /** The value of a parameter of the path. */
    public String path(String name) {
        String value = parameters.get(name);
        if (value == null) {
            throw new IllegalArgumentException("The path has no parameter " + name);
        }
        return value;
    }

    /** The value of a parameter of the path that the route says is a UUID. */
    public UUID id(String name) {
        return UUID.fromString(path(name));
    }

    /** A query parameter; an empty one counts as absent (http-api.md 3.1). */
    public Optional<String> query(String name) {
        if (request.params().getAll(name).stream().anyMatch(value -> value.indexOf('\0') >= 0)) {
            throw DifyException.invalidParam("Arg " + name + " must not contain NUL.");
        }
        return Optional.ofNullable(request.getParam(name)).filter(value -> !value.isEmpty());
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(request.getHeader(name));
    }

    /** The body, which must be a JSON object sent as JSON (http-api.md 1.4). */
    public Uni<ObjectNode> json() {
        String type = header("Content-Type").orElse("").toLowerCase(Locale.ROOT).strip();
        if (!JSON_TYPE.matcher(type.split(";", 2)[0].strip()).matches()) {
            return Uni.createFrom()
                    .failure(
                            new DifyException(
                                    415,
                                    "unsupported_media_type",
                                    "Did not attempt to load JSON data because the request"
                                            + " Content-Type was not 'application/json'."));
        }
        return BodyReader.read(request, config.maxBody(), config.bodyWithin()).map(this::parse);
    }

    /** The whole body, whatever it is. */
    public Uni<Buffer> body() {
        return BodyReader.read(request, config.maxBody(), config.bodyWithin());
    }

    /** The method in upper case. */
    public String method() {
        return request.method().name();
    }

    /** All headers by lower-case name, the first of each. */
    public Map<String, String> headers() {
        Map<String, String> headers = new LinkedHashMap<>();
        request.headers()
                .forEach(
                        (name, value) -> headers.putIfAbsent(name.toLowerCase(Locale.ROOT), value));
        return headers;
    }

    /** All query parameters, the first of each. */
    public Map<String, String> queries() {
        Map<String, String> queries = new LinkedHashMap<>();
        request.params().forEach(queries::putIfAbsent);
        return queries;
    }

    /** The one file of a form, and the form's other fields (http-api.md 3.5). */
    public Uni<Upload> upload(UploadRules rules) {
        return UploadReader.read(request, rules, config.bodyWithin());
    }

    private ObjectNode parse(Buffer body) {
        JsonNode parsed;
        try {
            parsed =
                    mapper.readerFor(JsonNode.class)
                            .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                            .readValue(body.getBytes());
        } catch (JsonProcessingException malformed) {
            throw notUnderstood();
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        if (parsed instanceof ObjectNode object) {
            return object;
        }
        if (parsed == null || parsed.isMissingNode() || parsed.isNull()) {
            throw notUnderstood();
        }
        throw DifyException.invalidParam("The request's JSON must be an object.");
    }

    private static DifyException notUnderstood() {
        return DifyException.badRequest(
                "The browser (or proxy) sent a request that this server could not understand.");
    }
}
