package io.holdfast.gateway.webhook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.holdfast.gateway.http.Call;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.QueryStringDecoder;
import io.vertx.core.buffer.Buffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a request to a webhook brought.
 *
 * @param contentType lower case, without parameters; that of JSON when there is none
 * @param headers by lower-case name, the first of each
 * @param params of the query, the first of each
 * @param body by name; a text as {@code raw}
 */
record WebhookRequest(
        String method,
        String contentType,
        Map<String, String> headers,
        Map<String, String> params,
        Map<String, @Nullable Object> body) {

    static final String RAW = "raw";

    private static final TypeReference<Map<String, @Nullable Object>> OBJECT =
            new TypeReference<>() {};

    /**
     * Reads a request.
     *
     * @param body the whole body
     * @throws WebhookException when it is not what its content type says
     */
    static WebhookRequest of(Call call, Buffer body, ObjectMapper mapper) {
        String header = call.header("Content-Type").orElse("");
        String stated = header.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        String type = stated.isEmpty() ? "application/json" : stated;
        return new WebhookRequest(
                call.method(),
                type,
                call.headers(),
                call.queries(),
                body(type, header, body, mapper));
    }

    private static Map<String, @Nullable Object> body(
            String type, String header, Buffer body, ObjectMapper mapper) {
        if (body.length() == 0) {
            return Map.of();
        }
        return switch (type) {
            case "application/json" -> json(body, mapper);
            case "application/x-www-form-urlencoded" -> form(body);
            case "multipart/form-data" -> MultipartText.fields(header, body);
            default -> Map.of(RAW, body.toString(charset(header)));
        };
    }

    private static Charset charset(String header) {
        CharSequence name = HttpUtil.getCharsetAsSequence(header);
        try {
            return name == null
                    ? StandardCharsets.UTF_8
                    : Charset.forName(name.toString().replace("\"", "").strip());
        } catch (IllegalArgumentException unknown) {
            throw new WebhookException("Unknown charset " + name);
        }
    }

    /** A header whose name is the same but for dashes and underscores. */
    @Nullable String header(String name) {
        String wanted = name.toLowerCase(Locale.ROOT).replace('_', '-');
        return headers.entrySet().stream()
                .filter(header -> header.getKey().replace('_', '-').equals(wanted))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(null);
    }

    private static Map<String, @Nullable Object> json(Buffer body, ObjectMapper mapper) {
        try {
            return mapper.readValue(body.getBytes(), OBJECT);
        } catch (JsonProcessingException e) {
            throw new WebhookException("Invalid JSON body");
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static Map<String, @Nullable Object> form(Buffer body) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        var decoder =
                new QueryStringDecoder(
                        body.toString(StandardCharsets.UTF_8), StandardCharsets.UTF_8, false);
        decoder.parameters().forEach((name, values) -> fields.put(name, values.getFirst()));
        return fields;
    }
}
