package io.holdfast.engine.app.tool.openapi;

import io.holdfast.engine.app.tool.ToolException;
import io.holdfast.engine.app.tool.ToolHttp;
import io.holdfast.engine.value.JsonReader;
import io.holdfast.engine.value.JsonSyntaxException;
import io.holdfast.engine.value.JsonText;
import io.holdfast.engine.value.ValueText;
import io.vertx.core.buffer.Buffer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** Writes the request by which an operation is called. */
final class ApiRequest {

    private static final String BOUNDARY = "holdfast-form-boundary";

    private final ApiOperation operation;
    private final Map<String, @Nullable Object> given;
    private final StringJoiner query = new StringJoiner("&");
    private final StringJoiner cookies = new StringJoiner("; ");
    private final Map<String, String> headers = new LinkedHashMap<>();
    private String path;
    private Buffer body = Buffer.buffer();

    private ApiRequest(ApiOperation operation, Map<String, @Nullable Object> given) {
        this.operation = operation;
        this.given = given;
        this.path = operation.path();
    }

    /**
     * @throws ToolException when a parameter is missing, or is not what it must be
     */
    static ToolHttp.Request write(
            ApiOperation operation,
            String server,
            ApiAuthorization authorization,
            Map<String, @Nullable Object> given) {
        ApiRequest request = new ApiRequest(operation, given);
        operation.parameters().forEach(request::place);
        operation.body().ifPresent(request::fill);
        request.authorize(authorization);
        return request.to(server);
    }

    private ToolHttp.Request to(String server) {
        if (cookies.length() > 0) {
            headers.put("Cookie", cookies.toString());
        }
        String url = server.replaceAll("/+$", "") + path;
        return new ToolHttp.Request(
                operation.method(), query.length() == 0 ? url : url + "?" + query, headers, body);
    }

    private void authorize(ApiAuthorization authorization) {
        switch (authorization) {
            case ApiAuthorization.None _ -> {
                // nobody asks
            }
            case ApiAuthorization.Header(String name, String value) -> headers.put(name, value);
            case ApiAuthorization.Query(String name, String value) -> add(name, value);
        }
    }

    private void place(ApiOperation.Parameter parameter) {
        Object value = given.get(parameter.name());
        if (value == null || value.equals("")) {
            if (parameter.required()) {
                throw new ToolException("Missing required parameter " + parameter.name());
            }
            return;
        }
        Object typed = typed(parameter.name(), parameter.type(), value);
        String text = ValueText.text(typed);
        switch (parameter.place()) {
            case "path" -> path = path.replace("{" + parameter.name() + "}", encoded(text));
            case "header" -> headers.put(parameter.name(), text.replaceAll("[\\r\\n]", " "));
            case "cookie" -> cookies.add(parameter.name() + "=" + encoded(text));
            default -> {
                if (typed instanceof List<?> items) {
                    items.forEach(item -> add(parameter.name(), ValueText.text(item)));
                } else {
                    add(parameter.name(), text);
                }
            }
        }
    }

    private void add(String name, String value) {
        query.add(encoded(name) + "=" + encoded(value));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private void fill(ApiOperation.Body shape) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        shape.types()
                .forEach((name, type) -> {
                    Object value = given.get(name);
                    if (value != null) {
                        fields.put(name, typed(name, type, value));
                    }
                });
        Object content = shape.whole() == null ? fields : fields.get(shape.whole());
        headers.put("Content-Type", shape.mediaType());
        body = Buffer.buffer(written(shape.mediaType(), content));
    }

    private String written(String mediaType, @Nullable Object content) {
        return switch (mediaType) {
            case "application/x-www-form-urlencoded" -> form(content);
            case "multipart/form-data" -> parts(content);
            case "text/plain" -> ValueText.text(content);
            default -> JsonText.compact(content);
        };
    }

    private static String form(@Nullable Object content) {
        StringJoiner form = new StringJoiner("&");
        if (content instanceof Map<?, ?> fields) {
            fields.forEach((name, value) ->
                    form.add(encoded(String.valueOf(name)) + "=" + encoded(ValueText.text(value))));
        }
        return form.toString();
    }

    private String parts(@Nullable Object content) {
        headers.put("Content-Type", "multipart/form-data; boundary=" + BOUNDARY);
        StringBuilder form = new StringBuilder();
        if (content instanceof Map<?, ?> fields) {
            fields.forEach((name, value) ->
                    form.append("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"")
                            .append(name)
                            .append("\"\r\n\r\n")
                            .append(ValueText.text(value))
                            .append("\r\n"));
        }
        return form.append("--" + BOUNDARY + "--\r\n").toString();
    }

    /** Nodes give most values as text. */
    private static @Nullable Object typed(String name, String type, Object value) {
        if (!(value instanceof String text) || type.equals("string")) {
            return value;
        }
        try {
            return JsonReader.read(
                    type.equals("boolean") ? text.strip().toLowerCase(Locale.ROOT) : text.strip());
        } catch (JsonSyntaxException _) {
            throw new ToolException(name + " must be of type " + type + ", not '" + text + "'");
        }
    }
}
