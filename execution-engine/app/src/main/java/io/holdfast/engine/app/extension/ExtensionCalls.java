package io.holdfast.engine.app.extension;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.holdfast.engine.app.egress.OutboundResponse;
import io.holdfast.engine.app.step.StepException;
import io.holdfast.engine.app.tool.ToolException;
import io.holdfast.engine.app.tool.ToolHttp;
import io.holdfast.engine.value.JsonReader;
import io.holdfast.engine.value.JsonSyntaxException;
import io.holdfast.engine.value.Values;
import io.vertx.core.buffer.Buffer;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Asks the services that the operator has named. */
@ApplicationScoped
class ExtensionCalls {

    private static final int OK = 200;
    private static final String ERROR = "ValueError";

    private final Extensions extensions;
    private final ToolHttp http;
    private final ObjectMapper mapper;

    ExtensionCalls(Extensions extensions, ToolHttp http, ObjectMapper mapper) {
        this.extensions = extensions;
        this.http = http;
        this.mapper = mapper;
    }

    /**
     * The service of an id.
     *
     * @throws StepException when the operator has named none
     */
    Extension require(String id) {
        return extensions
                .find(id)
                .orElseThrow(() ->
                        new StepException(
                                ERROR,
                                "The extension "
                                        + id
                                        + " is not set up here: tools.yaml must name it."));
    }

    /**
     * Posts a JSON object and reads one.
     *
     * @throws StepException when there is no answer, or it is none that can be read
     */
    Map<String, @Nullable Object> post(Extension extension, Map<String, @Nullable Object> body)
            throws InterruptedException {
        try {
            OutboundResponse response =
                    http.send(
                            new ToolHttp.Request(
                                    "POST",
                                    extension.url().toString(),
                                    headers(extension),
                                    Buffer.buffer(mapper.writeValueAsBytes(body))),
                            extension.url());
            if (response.status() != OK) {
                throw failure(extension, "request error, status_code: " + response.status());
            }
            return read(extension, response.body().toString(StandardCharsets.UTF_8));
        } catch (ToolException e) {
            throw failure(extension, String.valueOf(e.getMessage()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("values that cannot be written", e);
        }
    }

    private static Map<String, String> headers(Extension extension) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Type", "application/json");
        if (extension.key() != null) {
            headers.put("Authorization", "Bearer " + extension.key());
        }
        return headers;
    }

    private static Map<String, @Nullable Object> read(Extension extension, String text) {
        try {
            if (JsonReader.read(text) instanceof Map<?, ?> map) {
                return Values.asMap(map);
            }
        } catch (JsonSyntaxException _) {
            // told below
        }
        throw failure(extension, "the response is no JSON object");
    }

    private static StepException failure(Extension extension, String cause) {
        return new StepException(ERROR, "extension " + extension.id() + ": " + cause);
    }
}
