package io.holdfast.contracts.trigger;

import java.util.List;
import java.util.UUID;

/**
 * A webhook trigger of an app's newest version (dsl.md 3.20).
 *
 * @param id by which its URL ends
 * @param nodeId the trigger
 * @param method upper case
 * @param contentType lower case, without parameters
 * @param statusCode of the answer
 * @param responseBody JSON or plain text; empty for the usual one
 */
public record Webhook(
        String id,
        UUID tenantId,
        UUID appId,
        String nodeId,
        String method,
        String contentType,
        List<Parameter> headers,
        List<Parameter> params,
        List<Parameter> body,
        int statusCode,
        String responseBody) {

    /** A value that a request brings. */
    public record Parameter(String name, String type, boolean required) {}
}
