package io.holdfast.engine.node.webhook;

import io.holdfast.engine.node.NodeData;
import io.holdfast.engine.node.NodeDataException;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What a webhook takes and what it answers.
 *
 * @param method upper case
 * @param contentType lower case, without parameters
 * @param statusCode of the answer
 * @param responseBody JSON or plain text; empty for the usual one
 */
public record WebhookSpec(
        String method,
        String contentType,
        List<Parameter> headers,
        List<Parameter> params,
        List<Parameter> body,
        int statusCode,
        String responseBody) {

    private static final Set<String> METHODS =
            Set.of("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD");
    private static final Set<String> CONTENT_TYPES =
            Set.of(
                    "application/json",
                    "multipart/form-data",
                    "application/x-www-form-urlencoded",
                    "text/plain",
                    "application/octet-stream");
    private static final Set<String> TYPES =
            Set.of(
                    "string",
                    "number",
                    "boolean",
                    "object",
                    "array[string]",
                    "array[number]",
                    "array[boolean]",
                    "array[object]",
                    "file");

    /** A value that a request brings. */
    public record Parameter(String name, String type, boolean required) {

        private static Parameter parse(NodeData data) {
            String type = data.text("type").orElse("string");
            if (!TYPES.contains(type)) {
                throw new NodeDataException("parameter type " + type + " is not supported");
            }
            return new Parameter(data.requireText("name"), type, data.flag("required", false));
        }
    }

    public WebhookSpec {
        headers = List.copyOf(headers);
        params = List.copyOf(params);
        body = List.copyOf(body);
    }

    /** Reads a node's data. */
    public static WebhookSpec parse(NodeData data) {
        int status = data.whole("status_code").orElse(200);
        if (status < 200 || status > 399) {
            throw new NodeDataException("status_code must be from 200 to 399");
        }
        return new WebhookSpec(
                oneOf(
                        data.text("method").orElse("GET").toUpperCase(Locale.ROOT),
                        METHODS,
                        "method"),
                oneOf(
                        data.text("content_type")
                                .orElse("application/json")
                                .toLowerCase(Locale.ROOT),
                        CONTENT_TYPES,
                        "content_type"),
                parameters(data, "headers"),
                parameters(data, "params"),
                parameters(data, "body"),
                status,
                data.text("response_body").orElse(""));
    }

    private static String oneOf(String value, Set<String> known, String field) {
        if (!known.contains(value)) {
            throw new NodeDataException(field + " " + value + " is not supported");
        }
        return value;
    }

    private static List<Parameter> parameters(NodeData data, String field) {
        return data.children(field).stream().map(Parameter::parse).toList();
    }
}
